package org.troth.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.troth.app.ground.Database;
import org.troth.app.ground.StartRefused;
import org.troth.testkit.TestDatabase;

/**
 * A database of the previous commit becomes one of this commit. {@code schemas/released.txt} lists every migration that
 * has been released, with its checksum: such a migration is never edited, and a new one is added to the list by the
 * commit after the one that brought it.
 */
class UpgradingSchemaIT {

    private TestDatabase empty;
    private Database database;

    @BeforeEach
    void take() {
        empty = TestDatabase.fresh();
        database = new Database(empty.url(), empty.ownerLogin(), empty.applicationLogin());
    }

    @AfterEach
    void giveBack() {
        empty.close();
    }

    @Test
    void neverEditsWhatWasReleased() throws IOException {
        Migrations.run(database);
        Map<String, String> now = new TreeMap<>();
        for (String schema : Migrations.ALL) {
            for (MigrationInfo each : info(schema)) {
                now.put(schema + " " + each.getScript(), String.valueOf(each.getChecksum()));
            }
        }
        released()
                .forEach((migration, checksum) -> assertThat(now).as(migration).containsEntry(migration, checksum));
    }

    @Test
    void bringsTheReleasedSchemasUpToDate() throws IOException {
        Migrations.prepare(database);
        for (String schema : Migrations.ALL) {
            Migrations.flyway(
                            Migrations.sourceOf(database, schema),
                            schema,
                            database.application().user(),
                            last(schema))
                    .migrate();
        }
        Migrations.run(database);
        for (String schema : Migrations.ALL) {
            assertThat(info(schema))
                    .as(schema)
                    .isNotEmpty()
                    .allMatch(each -> each.getState().isApplied());
        }
    }

    @Test
    void fillsTheViewsAnewWhenTheirTablesChange() throws IOException, SQLException {
        Migrations.run(database);
        assertThat(positionAfterStart()).as("nothing has changed").isEqualTo(42);

        // As if the newest table had come with this program alone.
        empty.execute("update views.flyway_schema_history set script = 'V0__earlier.sql', version = '0', checksum = 0"
                + " where version = '2'");
        assertThatThrownBy(() -> Migrations.run(database)).isInstanceOf(StartRefused.class);
        assertThat(position())
                .as("what cannot be brought up to date is not emptied")
                .isEqualTo(42);

        empty.execute("drop schema views cascade");
        Migrations.prepare(database);
        Migrations.flyway(
                        Migrations.sourceOf(database, Migrations.VIEWS),
                        Migrations.VIEWS,
                        database.application().user(),
                        MigrationVersion.fromVersion("10"))
                .migrate();
        assertThat(positionAfterStart()).as("a table came after the rows").isNull();
        assertThat(nothingIsLeft()).isTrue();
    }

    /** How far the views say they have come after a start, when they had come to 42 before it. */
    private @Nullable Long positionAfterStart() throws SQLException {
        empty.execute("insert into views.progress (processor, segment, position) values ('views', 0, 42)");
        Migrations.run(database);
        return position();
    }

    private @Nullable Long position() throws SQLException {
        try (Connection connection =
                        Migrations.source(database, database.owner()).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select position from views.progress")) {
            return rows.next() ? rows.getLong(1) : null;
        }
    }

    @Test
    void refusesADatabaseOfANewerVersion() {
        Migrations.run(database);
        empty.execute(
                "insert into facts.flyway_schema_history values (999, '999', 'from later', 'SQL', 'V999__later.sql', 1, 'x', now(), 1, true)");
        assertThatThrownBy(() -> Migrations.run(database)).isInstanceOf(StartRefused.class);
    }

    @Test
    void changesNothingTheSecondTime() {
        Migrations.run(database);
        List<MigrationInfo> before = new ArrayList<>();
        Migrations.ALL.forEach(schema -> before.addAll(info(schema)));
        Migrations.run(database);
        List<MigrationInfo> after = new ArrayList<>();
        Migrations.ALL.forEach(schema -> after.addAll(info(schema)));
        assertThat(after)
                .extracting(MigrationInfo::getInstalledOn)
                .isEqualTo(before.stream().map(MigrationInfo::getInstalledOn).toList());
    }

    @Test
    void seesWithoutMigratingThatNothingIsLeft() throws SQLException {
        Migrations.prepare(database);
        assertThat(nothingIsLeft()).as("a new database").isFalse();
        Migrations.run(database);
        assertThat(nothingIsLeft()).isTrue();
        for (String change : List.of(
                "update facts.flyway_schema_history set checksum = checksum + 1",
                "update facts.flyway_schema_history set success = false",
                "update facts.flyway_schema_history set type = 'BASELINE'",
                "delete from facts.flyway_schema_history",
                "drop table facts.flyway_schema_history",
                "drop schema lookups cascade")) {
            empty.execute(change);
            assertThat(nothingIsLeft()).as(change).isFalse();
        }
    }

    @Test
    void refusesADatabaseWhoseMigrationWasAnother() {
        Migrations.run(database);
        empty.execute("update facts.flyway_schema_history set checksum = checksum + 1");
        assertThatThrownBy(() -> Migrations.run(database))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("facts");
    }

    private boolean nothingIsLeft() throws SQLException {
        try (Connection connection =
                Migrations.source(database, database.owner()).getConnection()) {
            return AppliedMigrations.areAll(connection, Migrations.ALL);
        }
    }

    private List<MigrationInfo> info(String schema) {
        return Stream.of(Migrations.flyway(
                                Migrations.sourceOf(database, schema),
                                schema,
                                database.application().user(),
                                MigrationVersion.LATEST)
                        .info()
                        .all())
                .filter(each -> each.getVersion() != null)
                .toList();
    }

    private static MigrationVersion last(String schema) throws IOException {
        return released().keySet().stream()
                .filter(migration -> migration.startsWith(schema + " V"))
                .map(migration -> migration.substring(schema.length() + 2, migration.indexOf("__")))
                .map(MigrationVersion::fromVersion)
                .max(MigrationVersion::compareTo)
                .orElseThrow();
    }

    private static Map<String, String> released() throws IOException {
        Map<String, String> released = new TreeMap<>();
        Path list = Path.of("src/test/resources/schemas/released.txt");
        for (String line : Files.readAllLines(list, StandardCharsets.UTF_8)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                int end = line.lastIndexOf(' ');
                released.put(line.substring(0, end), line.substring(end + 1));
            }
        }
        return released;
    }
}

package org.troth.app.wiring;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.troth.app.ground.Database;
import org.troth.app.ground.StartRefused;
import org.troth.postgres.Login;

/**
 * Brings every schema up to date before anything else touches the database. The owner migrates what is kept; the views
 * belong to the application, which may drop and refill them.
 */
final class Migrations {

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    /** In this order: the record puts tables of its own beside the look-ups. */
    private static final List<String> OWNED = List.of("vault", "lookups", "facts");

    static final String VIEWS = "views";
    static final List<String> ALL =
            Stream.concat(OWNED.stream(), Stream.of(VIEWS)).toList();

    private Migrations() {}

    static void run(Database database) {
        if (areDone(database)) {
            return;
        }
        prepare(database);
        String application = database.application().user();
        OWNED.forEach(schema -> migrate(sourceOf(database, schema), schema, application));
        DataSource views = sourceOf(database, VIEWS);
        emptyBeforeTheyChange(views, application);
        migrate(views, VIEWS, application);
    }

    /**
     * Views whose tables are about to change are filled anew from the record, from its first fact: a table that comes
     * later would otherwise never hear of what was recorded before it. Emptied first, so that a start that is cut off in
     * between does the same once more.
     */
    private static void emptyBeforeTheyChange(DataSource source, String application) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            Flyway flyway = flyway(source, VIEWS, application, MigrationVersion.LATEST);
            MigrationInfoService migrations = flyway.info();
            if (migrations.applied().length == 0 || migrations.pending().length == 0) {
                return;
            }
            Flyway.configure()
                    .configuration(flyway.getConfiguration())
                    .ignoreMigrationPatterns("*:pending")
                    .load()
                    .validate();
            String tables = tablesOf(connection, statement);
            if (!tables.isEmpty()) {
                statement.execute("truncate " + tables);
                LOG.info("The views have new tables: all of them are filled anew from the record");
            }
        } catch (FlywayException | SQLException e) {
            throw refused("be brought up to date in schema " + VIEWS, e);
        }
    }

    private static String tablesOf(Connection connection, Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet tables = connection.getMetaData().getTables(null, VIEWS, null, new String[] {"TABLE"})) {
            while (tables.next()) {
                String name = tables.getString("TABLE_NAME");
                if (!name.equals("flyway_schema_history")) {
                    names.add(VIEWS + "." + statement.enquoteIdentifier(name, true));
                }
            }
        }
        return String.join(", ", names);
    }

    private static boolean areDone(Database database) {
        try (Connection connection = source(database, database.owner()).getConnection()) {
            return AppliedMigrations.areAll(connection, ALL);
        } catch (SQLException e) {
            throw refused("be asked for its state", e);
        }
    }

    /** Connections of the role that the schema belongs to. */
    static DataSource sourceOf(Database database, String schema) {
        return source(database, schema.equals(VIEWS) ? database.application() : database.owner());
    }

    /** Drops a trial whose demonstration was interrupted; its owner made every schema, so its owner can. */
    static void forgetEverything(Database database) {
        try (Connection connection = source(database, database.owner()).getConnection();
                Statement statement = connection.createStatement()) {
            for (String schema : List.of(VIEWS, "views_next", "views_old", "facts", "vault", "lookups")) {
                statement.execute("drop schema if exists " + schema + " cascade");
            }
        } catch (SQLException e) {
            throw refused("be emptied to start over", e);
        }
    }

    /** Makes the schemas, each for the role that it belongs to. */
    static void prepare(Database database) {
        try (Connection connection = source(database, database.owner()).getConnection();
                Statement statement = connection.createStatement()) {
            String quoted = statement.enquoteIdentifier(database.application().user(), true);
            String name = statement.enquoteIdentifier(connection.getCatalog(), true);
            // A rebuild makes a schema beside the views, fills it and changes the two names over.
            statement.execute("grant create on database " + name + " to " + quoted);
            statement.execute("create schema if not exists " + VIEWS + " authorization " + quoted);
            for (String schema : OWNED) {
                statement.execute("create schema if not exists " + schema);
                statement.execute("grant usage on schema " + schema + " to " + quoted);
            }
        } catch (SQLException e) {
            throw refused("be prepared", e);
        }
    }

    private static void migrate(DataSource source, String schema, String application) {
        try {
            int done =
                    flyway(source, schema, application, MigrationVersion.LATEST).migrate().migrationsExecuted;
            if (done > 0) {
                LOG.info("Schema {}: {} migrations done", schema, done);
            }
        } catch (FlywayException e) {
            throw refused("be brought up to date in schema " + schema, e);
        }
    }

    /** A version that this program does not know means that a newer one has been here: refused, not ignored. */
    static Flyway flyway(DataSource source, String schema, String application, MigrationVersion target) {
        return Flyway.configure()
                .dataSource(source)
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(false)
                .locations("classpath:db/" + schema)
                .failOnMissingLocations(true)
                .ignoreMigrationPatterns(new String[0])
                .target(target)
                .placeholders(Map.of("app_role", application))
                .load();
    }

    static PGSimpleDataSource source(Database database, Login login) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(login.user());
        source.setPassword(login.password());
        // A server that takes the call and says nothing is not waited for; one on a machine with too much to do is.
        source.setConnectTimeout(20);
        source.setLoginTimeout(20);
        return source;
    }

    private static StartRefused refused(String what, Exception cause) {
        LOG.error("The database could not {}", what, cause);
        return StartRefused.because("The database could not " + what + ": " + firstLine(cause));
    }

    private static String firstLine(Exception cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason was given");
    }
}

package org.troth.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

@WithPostgres
class SearchingDatabaseIT {

    private static final List<String> WORDS = SamplePeople.words();

    private final TestDatabase database;

    SearchingDatabaseIT(TestDatabase database) {
        this.database = database;
    }

    @Test
    void findsWordsInEveryKindOfColumnAndNothingElsewhere() throws SQLException {
        LeakSearch search = LeakSearch.forWords(WORDS);
        assertThat(search.inDatabase(database.superuser())).isEmpty();

        database.execute(
                "create schema planted",
                "create table planted.place (id int, words text, bytes bytea, document jsonb, list text[])");
        plant("Quillfeather".getBytes(StandardCharsets.UTF_16LE));

        assertThat(search.inDatabase(database.superuser()))
                .extracting(finding -> finding.word() + " " + finding.encoding() + " " + finding.place())
                .allMatch(text -> text.contains("table planted.place column"))
                .anyMatch(text -> text.startsWith("Brackwater UTF_8") && text.contains("column words"))
                .anyMatch(text -> text.startsWith("Quillfeather UTF_16LE") && text.contains("column bytes"))
                .anyMatch(text -> text.startsWith("Dunglimmer UTF_8") && text.contains("column document"))
                .anyMatch(text -> text.startsWith("Żółkiewiczówna UTF_8") && text.contains("column list"));
    }

    @Test
    void findsWordsThatOnlyTheStatisticsKept() throws SQLException {
        try (TestDatabase own = TestDatabase.fresh()) {
            own.execute(
                    "create table gone (word text)",
                    "insert into gone select 'Brackwater' from generate_series(1, 100)",
                    "analyze gone");
            assertThat(LeakSearch.forWords("Brackwater").inDatabase(own.superuser()))
                    .extracting(Finding::place)
                    .anyMatch(place -> place.contains("pg_statistic"));
        }
    }

    private void plant(byte[] bytes) throws SQLException {
        try (Connection connection = database.owner().getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "insert into planted.place values (1, ?, ?, ?::jsonb, array['x', ?])")) {
            statement.setString(1, "a long text ".repeat(5000) + "Brackwater");
            statement.setBytes(2, bytes);
            statement.setString(3, "{\"deep\": {\"word\": \"Dunglimmer\"}}");
            statement.setString(4, SamplePeople.WLADYSLAWA.familyName());
            statement.executeUpdate();
        }
    }
}

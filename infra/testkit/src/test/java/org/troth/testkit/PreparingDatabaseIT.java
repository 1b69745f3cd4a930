package org.troth.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@WithPostgres
class PreparingDatabaseIT {

    private final TestDatabase database;

    PreparingDatabaseIT(TestDatabase database) {
        this.database = database;
    }

    @Test
    void migratesASchemaAsOwnerAndGrantsToTheApplication() throws SQLException {
        database.migrate("sample", "classpath:db/sample");
        database.migrate("sample", "classpath:db/sample");

        assertThat(one(database.application(), "select word from sample.word")).isEqualTo("granted");
        assertThatThrownBy(() -> one(database.application(), "delete from sample.word returning word"))
                .hasMessageContaining("permission denied");
        assertThat(one(database.superuser(), "select tableowner from pg_tables where tablename = 'word'"))
                .isEqualTo("troth_owner");
    }

    @Test
    void keepsDatabasesApart() throws SQLException {
        try (TestDatabase other = TestDatabase.fresh()) {
            other.execute("create table apart (word text)", "insert into apart values ('kept')");
            assertThat(one(database.owner(), "select count(*) from pg_tables where tablename = 'apart'"))
                    .isEqualTo("0");
            try (TestDatabase copied = other.copy()) {
                assertThat(one(copied.owner(), "select word from apart")).isEqualTo("kept");
            }
        }
    }

    @Nested
    class InANestedClass {
        @Test
        void isTheSameDatabase(TestDatabase given) {
            assertThat(given).isSameAs(database);
        }
    }

    private static String one(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}

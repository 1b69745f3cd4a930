package org.troth.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.troth.postgres.Fixtures.run;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepingLogQuietIT {

    private static final String WORD = "Quillfeather";

    @TempDir
    Path directory;

    @Test
    void hasNoWordOfAnyStatementThatFails() throws Exception {
        try (PostgresServer server = Fixtures.start(directory)) {
            Login owner = server.owner();
            run(
                    server,
                    owner,
                    "create table person (name text primary key check (name <> '" + WORD
                            + " refused'), age int, parent text references person)");
            run(server, owner, "insert into person values ('" + WORD + "')");
            for (String broken : List.of(
                    "insert into person values ('Quillfeather')",
                    "insert into person values ('Quillfeather refused')",
                    "insert into person values ('x', 'Quillfeather'::int)",
                    "insert into person values ('x', 1, 'Quillfeather absent')",
                    "insert into Quillfeather values (1)",
                    "insert into person valuse ('Quillfeather')",
                    "do $$ begin raise exception 'Quillfeather'; end $$",
                    "do $$ begin raise warning 'Quillfeather'; raise log 'no name'; perform 'Quillfeather'::int; end $$",
                    "select 'Quillfeather'::jsonb",
                    "set statement_timeout = 50; select pg_sleep(9), 'Quillfeather'")) {
                assertThatThrownBy(() -> run(server, owner, broken)).isInstanceOf(SQLException.class);
            }
            failWithAParameter(server, "insert into person (name) values (?)");
            failWithAParameter(server, "insert into person (name, age) values ('y', ?::int)");
        }
        assertThat(Files.readString(directory.resolve("postgres.log"), StandardCharsets.UTF_8))
                .contains("ready to accept connections")
                .contains("no name")
                .doesNotContain(WORD)
                .doesNotContain("STATEMENT:")
                .doesNotContain("DETAIL:")
                .doesNotContain("CONTEXT:");
    }

    @Test
    void hasNoWordOfAStatementThatWasRunningWhenItsProcessWasKilled() throws Exception {
        try (PostgresServer server = Fixtures.start(directory);
                Connection connection = Fixtures.connect(server, server.owner());
                Statement statement = connection.createStatement()) {
            long backend = Fixtures.processOf(connection);
            CompletableFuture<Void> running = CompletableFuture.runAsync(() -> {
                assertThatThrownBy(() -> statement.execute("select pg_sleep(60), '" + WORD + "'"))
                        .isInstanceOf(SQLException.class);
            });
            Thread.sleep(300);
            Signals.send("KILL", backend);
            running.join();
            Fixtures.awaitConnections(server);
            assertThat(Files.readString(server.log(), StandardCharsets.UTF_8))
                    .contains("was terminated by signal 9")
                    .doesNotContain(WORD);
        }
    }

    @Test
    void cannotBeMadeTalkativeByTheOwnerOrTheApplication() throws Exception {
        try (PostgresServer server = Fixtures.start(directory)) {
            for (Login login : List.of(server.owner(), server.application())) {
                for (String setting : List.of(
                        "log_statement = 'all'",
                        "log_min_messages = 'debug5'",
                        "log_min_error_statement = 'error'",
                        "log_min_duration_statement = 0",
                        "log_parameter_max_length = -1",
                        "log_error_verbosity = 'verbose'")) {
                    assertThatThrownBy(() -> run(server, login, "set " + setting))
                            .as(setting)
                            .hasMessageContaining("permission denied");
                }
            }
        }
    }

    private static void failWithAParameter(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = Fixtures.connect(server, server.owner());
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, WORD);
            assertThatThrownBy(statement::executeUpdate).isInstanceOf(SQLException.class);
        }
    }
}

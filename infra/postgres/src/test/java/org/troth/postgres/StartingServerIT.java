package org.troth.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.troth.postgres.Fixtures.one;
import static org.troth.postgres.Fixtures.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartingServerIT {

    @TempDir
    Path directory;

    @Test
    void createsADatabaseThatOutlivesTheServer() throws Exception {
        List<PostgresStage> first = new ArrayList<>();
        List<PostgresStage> second = new ArrayList<>();
        Path home = directory.resolve("a path with spaces").resolve("postgres");
        int port;
        try (PostgresServer server = PostgresServer.start(PostgresSettings.in(home), first::add)) {
            port = server.port();
            run(server, server.owner(), "create table kept (word text); insert into kept values ('still here')");
        }
        try (PostgresServer server = PostgresServer.start(PostgresSettings.in(home), second::add)) {
            assertThat(one(server, server.owner(), "select word from kept")).isEqualTo("still here");
            assertThat(server.port()).isEqualTo(port);
        }
        assertThat(first)
                .containsExactly(
                        PostgresStage.UNPACKING, PostgresStage.CREATING, PostgresStage.STARTING, PostgresStage.READY);
        assertThat(second).containsExactly(PostgresStage.STARTING, PostgresStage.READY);
    }

    @Test
    void isDurableAndSpeaksOnlyToLoopbackWithAPassword() throws Exception {
        try (PostgresServer server = Fixtures.start(directory)) {
            Login admin = server.superuser();
            for (String[] expected : List.of(
                    new String[] {"fsync", "on"},
                    new String[] {"synchronous_commit", "on"},
                    new String[] {"full_page_writes", "on"},
                    new String[] {"data_checksums", "on"},
                    new String[] {"listen_addresses", "127.0.0.1"},
                    new String[] {"unix_socket_directories", ""},
                    new String[] {"password_encryption", "scram-sha-256"},
                    new String[] {"server_encoding", "UTF8"})) {
                assertThat(one(server, admin, "show " + expected[0]))
                        .as(expected[0])
                        .isEqualTo(expected[1]);
            }
            assertThat(one(
                            server,
                            admin,
                            "select datlocprovider::text || ' ' || datlocale from pg_database where datname = 'troth'"))
                    .isEqualTo("b C.UTF-8");
            assertThat(one(
                            server,
                            admin,
                            "select count(*) from pg_hba_file_rules where auth_method <> 'scram-sha-256'"))
                    .isEqualTo("0");
            assertThatThrownBy(() -> one(server, new Login("troth_app", "a guess"), "select 1"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(server.passwordFile())))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(server.data())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void givesTheApplicationRoleNothingOfTheOwners() throws Exception {
        try (PostgresServer server = Fixtures.start(directory)) {
            run(server, server.owner(), "create schema facts; create table facts.fact (position bigint)");
            assertThat(one(server, server.application(), "select current_user")).isEqualTo("troth_app");
            for (String forbidden :
                    List.of("select * from facts.fact", "create schema mine", "create table public.mine (word text)")) {
                assertThatThrownBy(() -> run(server, server.application(), forbidden))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
            }
            assertThat(
                            one(
                                    server,
                                    server.superuser(),
                                    "select count(*) from pg_roles where rolname like 'troth%' and (rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls)"))
                    .isEqualTo("0");
        }
    }
}

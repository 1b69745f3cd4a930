package org.troth.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.troth.postgres.Fixtures.one;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusingStartIT {

    @TempDir
    Path directory;

    @Test
    void namesTheVersionThatWroteTheData() throws Exception {
        Fixtures.start(directory).close();
        Files.writeString(directory.resolve("data/PG_VERSION"), "16\n");
        assertThatThrownBy(() -> Fixtures.start(directory))
                .isInstanceOf(PostgresRefused.class)
                .hasMessageContaining("written by PostgreSQL 16")
                .hasMessageContaining("this is PostgreSQL 18");
    }

    @Test
    void leavesADirectoryAloneThatIsNotItsOwn() throws Exception {
        Path data = Files.createDirectory(directory.resolve("data"));
        Files.writeString(data.resolve("diary.txt"), "mine");
        assertThatThrownBy(() -> Fixtures.start(directory))
                .isInstanceOf(PostgresRefused.class)
                .hasMessageContaining("holds no PostgreSQL data");
        assertThat(data.resolve("diary.txt")).hasContent("mine");
    }

    @Test
    void namesAPortThatIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            PostgresSettings settings = PostgresSettings.in(directory)
                    .withBinariesIn(Fixtures.binaries())
                    .withPort(taken.getLocalPort());
            assertThatThrownBy(() -> PostgresServer.start(settings, stage -> {}))
                    .isInstanceOf(PostgresRefused.class)
                    .hasMessageContaining("Port " + taken.getLocalPort());
        }
        Fixtures.start(directory).close();
    }

    @Test
    void takesAnotherPortWhenTheLastOneIsTaken() throws Exception {
        int last;
        try (PostgresServer server = Fixtures.start(directory)) {
            last = server.port();
        }
        try (ServerSocket taken = new ServerSocket(last, 1, InetAddress.getByName("127.0.0.1"));
                PostgresServer server = Fixtures.start(directory)) {
            assertThat(server.port()).isNotEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void quotesTheServersReasonWhenItsDataAreDamaged() throws Exception {
        Fixtures.start(directory).close();
        Files.write(directory.resolve("data/global/pg_control"), new byte[8192]);
        assertThatThrownBy(() -> Fixtures.start(directory))
                .isInstanceOf(PostgresRefused.class)
                .hasMessageContaining("failed while starting")
                .hasMessageContaining("FATAL");
    }

    @Test
    void leavesNothingRunningWhenTheCallerFails() {
        assertThatThrownBy(() -> PostgresServer.start(
                        PostgresSettings.in(directory).withBinariesIn(Fixtures.binaries()), stage -> {
                            if (stage == PostgresStage.READY) {
                                throw new IllegalStateException("the caller's own");
                            }
                        }))
                .hasMessage("the caller's own");
        Fixtures.start(directory).close();
    }

    @Test
    void makesNewPasswordsWhenTheirFileIsLost() throws Exception {
        String before;
        try (PostgresServer server = Fixtures.start(directory)) {
            before = server.owner().password();
        }
        Files.delete(directory.resolve("passwords"));
        try (PostgresServer server = Fixtures.start(directory)) {
            assertThat(server.owner().password()).isNotEqualTo(before);
            assertThat(one(server, server.superuser(), "select current_user")).isEqualTo("postgres");
            assertThat(one(server, server.owner(), "select current_user")).isEqualTo("troth_owner");
            assertThat(one(server, server.application(), "select current_user")).isEqualTo("troth_app");
        }
    }

    @Test
    void beginsAgainAfterACreationThatWasCutOff() throws Exception {
        Fixtures.start(directory).close();
        Files.move(
                directory.resolve("data"),
                Files.createDirectory(directory.resolve("creating")).resolve("data"));
        try (PostgresServer server = Fixtures.start(directory)) {
            assertThat(one(server, server.application(), "select 1")).isEqualTo("1");
        }
        assertThat(directory.resolve("creating")).doesNotExist();
    }
}

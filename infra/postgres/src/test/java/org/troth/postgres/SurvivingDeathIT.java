package org.troth.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.troth.postgres.Fixtures.one;
import static org.troth.postgres.Fixtures.run;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurvivingDeathIT {

    @TempDir
    Path directory;

    @ParameterizedTest(name = "in a directory that others can reach: {0}")
    @ValueSource(booleans = {true, false})
    void endsTheServerWithinASecondOrTwoOfItsKilledJvmAndKeepsWhatWasCommitted(boolean reachable) throws Exception {
        Path home = (reachable ? Fixtures.open(directory) : directory).resolve("home");
        try (HoldingProcess other = HoldingProcess.start(home)) {
            Passwords passwords = Passwords.keptIn(home).orElseThrow();
            try (Connection connection = DriverManager.getConnection(
                            "jdbc:postgresql://127.0.0.1:" + other.port() + "/troth",
                            "troth_owner",
                            passwords.owner().password());
                    Statement statement = connection.createStatement()) {
                statement.execute("create table kept (word text); insert into kept values ('still here')");
                connection.setAutoCommit(false);
                statement.execute("insert into kept values ('never committed')");
                other.kill();
                assertThat(Fixtures.ends(other.serverPid(), 3000)).isTrue();
            } catch (SQLException closedByTheEnd) {
                assertThat(closedByTheEnd.getSQLState()).startsWith("08");
            }
        }
        try (PostgresServer server = Fixtures.start(home)) {
            assertThat(one(server, server.owner(), "select string_agg(word, ',') from kept"))
                    .isEqualTo("still here");
        }
    }

    @Test
    void isNotInTheTerminalsProcessGroup() throws Exception {
        try (PostgresServer server = Fixtures.start(directory)) {
            assertThat(Fixtures.groupOf(server.pid()))
                    .isNotEqualTo(Fixtures.groupOf(ProcessHandle.current().pid()));
        }
    }

    @Test
    void endsALeftoverServerAndGoesOnWithItsData() throws Exception {
        long leftover = leaveBehind(null);
        try (PostgresServer server = Fixtures.start(directory)) {
            assertThat(Fixtures.ends(leftover, 0)).isTrue();
            assertThat(one(server, server.owner(), "select word from kept")).isEqualTo("still here");
        }
    }

    @Test
    void startsOverAKilledServerThatIsStillAZombie() throws Exception {
        Process negligentParent =
                new ProcessBuilder("sh", "-c", "read command; eval \"$command\" & exec sleep 600").start();
        try {
            long zombie = leaveBehind(negligentParent);
            Signals.send("KILL", zombie);
            assertThat(Fixtures.ends(zombie, 3000)).isTrue();
            assertThat(Files.readString(Path.of("/proc/" + zombie + "/stat"))).contains(" Z ");
            try (PostgresServer server = Fixtures.start(directory)) {
                assertThat(one(server, server.owner(), "select word from kept")).isEqualTo("still here");
            }
        } finally {
            negligentParent.destroyForcibly().waitFor();
        }
    }

    @Test
    void startsOverANoteThatNamesAProcessOfSomeoneElse() throws Exception {
        Fixtures.start(directory).close();
        Files.writeString(
                directory.resolve("data/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + directory + "\n");
        try (PostgresServer server = Fixtures.start(directory)) {
            assertThat(one(server, server.owner(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void startsAgainAfterTheServerItselfWasKilled() throws Exception {
        PostgresServer killed = Fixtures.start(directory);
        run(killed, killed.owner(), "create table kept (word text); insert into kept values ('still here')");
        Signals.send("KILL", killed.pid());
        assertThat(Fixtures.ends(killed.pid(), 3000)).isTrue();
        assertThat(killed.isRunning()).isFalse();
        killed.stop();
        try (PostgresServer server = Fixtures.start(directory)) {
            assertThat(one(server, server.owner(), "select word from kept")).isEqualTo("still here");
        }
    }

    @Test
    void stopsAlsoWhileItRecoversFromTheDeathOfASession() throws Exception {
        try (PostgresServer server = Fixtures.start(directory)) {
            run(server, server.owner(), "create table kept (word text); insert into kept values ('still here')");
            try (Connection connection = Fixtures.connect(server, server.owner())) {
                Signals.send("KILL", Fixtures.processOf(connection));
            }
            long begun = System.nanoTime();
            server.stop();
            assertThat(server.isRunning()).isFalse();
            assertThat(System.nanoTime() - begun).isLessThan(20_000_000_000L);
        }
        try (PostgresServer server = Fixtures.start(directory)) {
            assertThat(one(server, server.owner(), "select word from kept")).isEqualTo("still here");
        }
    }

    @Test
    void stopsOnceAndForAll() throws Exception {
        PostgresServer server = Fixtures.start(directory);
        Thread.currentThread().interrupt();
        server.stop();
        assertThat(Thread.interrupted()).isTrue();
        server.stop();
        server.close();
        assertThat(server.isRunning()).isFalse();
        assertThat(Files.exists(server.data().resolve("postmaster.pid"))).isFalse();
    }

    @Test
    void refusesASecondJvmOnTheSameData() throws Exception {
        try (HoldingProcess other = HoldingProcess.start(directory)) {
            assertThatThrownBy(() -> Fixtures.start(directory))
                    .isInstanceOf(PostgresRefused.class)
                    .hasMessageContaining("process " + other.pid())
                    .hasMessageContaining(directory.toString());
            assertThat(ProcessHandle.of(other.serverPid())).isPresent();
        }
        try (PostgresServer server = Fixtures.start(directory)) {
            assertThatThrownBy(() -> Fixtures.start(directory))
                    .isInstanceOf(PostgresRefused.class)
                    .hasMessageContaining("this very process");
            assertThat(one(server, server.owner(), "select 1")).isEqualTo("1");
            try (HoldingProcess other = HoldingProcess.start(directory)) {
                assertThat(other.told())
                        .contains("process " + ProcessHandle.current().pid());
            }
        }
    }

    /** Starts a server on the data with no tie to this process, as an old JVM without setpriv would leave it. */
    private long leaveBehind(@Nullable Process parent) throws Exception {
        try (PostgresServer server = Fixtures.start(directory)) {
            run(server, server.owner(), "create table kept (word text); insert into kept values ('still here')");
        }
        RunAs runAs = RunAs.choose(PostgresSettings.in(directory), EnumSet.allOf(Way.class));
        List<String> words = new ArrayList<>(List.of(
                new Binaries(Binaries.within(Fixtures.binaries())).postgres(),
                "-D",
                runAs.data().toString()));
        ServerOptions.serving(freePort()).forEach(option -> words.addAll(List.of("-c", option)));
        if (parent == null) {
            Command.prepare(runAs.soon(words), directory)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } else {
            String line = "exec '" + String.join("' '", runAs.soon(words)) + "' >/dev/null 2>&1\n";
            parent.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
            parent.getOutputStream().flush();
        }
        Path note = runAs.data().resolve("postmaster.pid");
        for (int tries = 0; tries < 500; tries++) {
            if (Files.exists(note) && Files.readString(note).contains("ready")) {
                return Long.parseLong(Files.readAllLines(note).get(0));
            }
            Thread.sleep(20);
        }
        throw new IOException("The server to leave behind did not start.");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

package org.troth.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.troth.postgres.Fixtures.isRoot;
import static org.troth.postgres.Fixtures.one;
import static org.troth.postgres.Fixtures.run;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every case is run by root and by an ordinary user alike; what is expected differs, and is said for both. */
class GivingUpRightsIT {

    private static final EnumSet<Way> WITHOUT_NAMESPACE = EnumSet.complementOf(EnumSet.of(Way.NAMESPACE));

    @TempDir
    Path directory;

    @Test
    void runsAsNobodyWhereNobodyCanReach() throws Exception {
        Path home = Fixtures.open(directory).resolve("data of a trial");
        try (PostgresServer server = Fixtures.start(home)) {
            assertThat(server.way()).isEqualTo(isRoot() ? Way.OTHER_USER : Way.SAME_USER);
            assertThat(Fixtures.userOf(server.pid()))
                    .isEqualTo(isRoot() ? Account.nobody().orElseThrow().uid() : Account.own())
                    .isNotZero();
            assertThat(rightsOf(server)).isEqualTo("0000000000000000");
            assertThat(Tree.ownerOf(server.passwordFile())).isEqualTo(Account.own());
        }
    }

    @Test
    void runsWithoutAnyRightsOfRootWhereOnlyRootCanReach() throws Exception {
        try (PostgresServer server = Fixtures.start(directory.resolve("home"))) {
            assertThat(server.way()).isEqualTo(isRoot() ? Way.NAMESPACE : Way.SAME_USER);
            assertThat(rightsOf(server)).isEqualTo("0000000000000000");
            assertThat(one(server, server.superuser(), "select count(*) from pg_class"))
                    .isNotEqualTo("0");
        }
    }

    @Test
    void runsInRootsOwnHome() throws Exception {
        Path home = Files.createTempDirectory(Path.of(System.getProperty("user.home")), "troth postgres ");
        try {
            try (PostgresServer server = Fixtures.start(home)) {
                run(server, server.owner(), "create table kept (word text); insert into kept values ('still here')");
            }
            try (PostgresServer server = Fixtures.start(home)) {
                assertThat(one(server, server.owner(), "select word from kept")).isEqualTo("still here");
            }
        } finally {
            Tree.delete(home);
        }
    }

    @Test
    void keepsRootsDataInTheStateDirectoryWhereThereAreNoNamespaces() throws Exception {
        Path state = Files.createTempDirectory("state");
        Path home = directory.resolve("home");
        PostgresSettings settings = PostgresSettings.in(home)
                .withBinariesIn(Fixtures.binaries())
                .withStateDirectory(Fixtures.open(state).resolve("troth"));
        try {
            Path data;
            try (PostgresServer server = PostgresServer.start(settings, stage -> {}, WITHOUT_NAMESPACE)) {
                assertThat(server.way()).isEqualTo(isRoot() ? Way.STATE_DIRECTORY : Way.SAME_USER);
                assertThat(Fixtures.userOf(server.pid())).isNotZero();
                data = server.data();
                assertThat(data.startsWith(isRoot() ? state.toRealPath() : home))
                        .isTrue();
                run(server, server.owner(), "create table kept (word text); insert into kept values ('still here')");
            }
            try (PostgresServer server = PostgresServer.start(settings, stage -> {}, WITHOUT_NAMESPACE)) {
                assertThat(server.data()).isEqualTo(data);
                assertThat(one(server, server.owner(), "select word from kept")).isEqualTo("still here");
            }
            Tree.delete(home);
            try (PostgresServer server = PostgresServer.start(settings, stage -> {}, WITHOUT_NAMESPACE)) {
                assertThat(one(server, server.owner(), "select count(*) from pg_tables where tablename = 'kept'"))
                        .isEqualTo("0");
            }
        } finally {
            Tree.delete(state);
        }
    }

    @Test
    void neverStartsAFreshDatabaseBesideDataThatCannotBeServed() throws Exception {
        Path home = directory.resolve("home");
        try (PostgresServer server = Fixtures.start(home)) {
            assertThat(server.isRunning()).isTrue();
        }
        if (isRoot()) {
            assertThatThrownBy(() -> Fixtures.start(home, WITHOUT_NAMESPACE))
                    .isInstanceOf(PostgresRefused.class)
                    .hasMessageContaining("never runs as root");
        } else {
            Fixtures.start(home, WITHOUT_NAMESPACE).close();
        }
    }

    @Test
    void followsItsDirectoryIntoAndOutOfReach() throws Exception {
        Path home = directory.resolve("home");
        try (PostgresServer server = Fixtures.start(home)) {
            run(server, server.owner(), "create table kept (word text); insert into kept values ('still here')");
        }
        Fixtures.open(directory);
        try (PostgresServer server = Fixtures.start(home)) {
            assertThat(server.way()).isEqualTo(isRoot() ? Way.OTHER_USER : Way.SAME_USER);
            assertThat(one(server, server.owner(), "select word from kept")).isEqualTo("still here");
        }
        Tree.setMode(directory, "rwx------");
        try (PostgresServer server = Fixtures.start(home)) {
            assertThat(server.way()).isEqualTo(isRoot() ? Way.NAMESPACE : Way.SAME_USER);
            assertThat(one(server, server.owner(), "select word from kept")).isEqualTo("still here");
        }
    }

    @Test
    void servesAnOrdinaryUserAndThenRootAndThenThatUserAgain() throws Exception {
        Path home = Fixtures.open(directory).resolve("of a user");
        Files.createDirectory(home);
        Tree.setMode(home, "rwx------");
        Account user = isRoot()
                ? Account.of(1).orElseThrow()
                : Account.of(Account.own()).orElseThrow();
        if (isRoot()) {
            Tree.give(home, user.uid(), user.gid());
        }
        String classPath = readableClassPath(Fixtures.open(directory.resolve("classes")));
        Path unpacked = Fixtures.open(directory.resolve("programs"));
        Tree.setMode(unpacked, "rwxrwxrwx");
        List<String> asUser = isRoot()
                ? List.of("setpriv", "--reuid=" + user.uid(), "--regid=" + user.gid(), "--clear-groups")
                : List.of();
        try (HoldingProcess first = HoldingProcess.start(home, asUser, classPath, unpacked)) {
            assertThat(first.told()).startsWith("serving").endsWith("SAME_USER");
            assertThat(Fixtures.userOf(first.serverPid())).isEqualTo(user.uid());
        }
        try (PostgresServer server = Fixtures.start(home)) {
            assertThat(Fixtures.userOf(server.pid())).isEqualTo(user.uid());
        }
        Files.delete(home.resolve("postgres.log"));
        Files.delete(home.resolve("passwords"));
        Fixtures.start(home).close();
        try (HoldingProcess again = HoldingProcess.start(home, asUser, classPath, unpacked)) {
            assertThat(again.told()).startsWith("serving");
        }
    }

    @Test
    void tellsAnOrdinaryUserWhoseDataTheseAre() throws Exception {
        Path home = Fixtures.open(directory).resolve("of root");
        Fixtures.start(home).close();
        String classPath = readableClassPath(Fixtures.open(directory.resolve("classes")));
        if (isRoot()) {
            List<String> asUser = List.of("setpriv", "--reuid=1", "--regid=1", "--clear-groups");
            try (HoldingProcess other = HoldingProcess.start(home, asUser, classPath, directory)) {
                assertThat(other.told()).contains("belongs to user root").contains(home.toString());
            }
        } else {
            assertThatThrownBy(() -> Fixtures.start(Path.of("/proc/1")))
                    .isInstanceOf(PostgresRefused.class)
                    .hasMessageContaining("belongs to user root");
        }
    }

    /** The capabilities the server process holds, as the kernel writes them. */
    private static String rightsOf(PostgresServer server) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + server.pid() + "/status")).stream()
                .filter(line -> line.startsWith("CapEff:"))
                .map(line -> line.substring("CapEff:".length()).strip())
                .findFirst()
                .orElseThrow();
    }

    /** The class path of this test, copied to where every user can read it. */
    private static String readableClassPath(Path target) throws IOException {
        List<String> copied = new ArrayList<>();
        for (String element : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path from = Path.of(element);
            Path to = target.resolve(copied.size() + "-" + from.getFileName());
            if (Files.isDirectory(from)) {
                try (Stream<Path> paths = Files.walk(from)) {
                    for (Path path : paths.toList()) {
                        Files.copy(path, to.resolve(from.relativize(path)), StandardCopyOption.REPLACE_EXISTING);
                    }
                }
                copied.add(to.toString());
            } else if (Files.exists(from)) {
                Files.copy(from, to);
                copied.add(to.toString());
            }
        }
        Command.run(List.of("chmod", "-R", "a+rX", target.toString()), target, "");
        return String.join(File.pathSeparator, copied);
    }
}

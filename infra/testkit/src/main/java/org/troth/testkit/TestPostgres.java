package org.troth.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.troth.postgres.PostgresServer;
import org.troth.postgres.PostgresSettings;

/** The one PostgreSQL of this JVM: started by the first test that needs it, ended and deleted with the JVM. */
public final class TestPostgres {

    private static final String PREFIX = "postgres-of-";

    private TestPostgres() {}

    /** The running server; the first call takes a few seconds. */
    public static PostgresServer server() {
        return Running.SERVER;
    }

    private static PostgresServer start() {
        try {
            Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
            sweep(target);
            Path home = target.resolve(PREFIX + ProcessHandle.current().pid());
            deleteAll(home);
            PostgresServer server = PostgresServer.start(
                    PostgresSettings.in(home).withBinariesIn(reactorRoot().resolve("target/postgresql")), stage -> {});
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server), "postgres-end"));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end(PostgresServer server) {
        server.stop();
        try {
            deleteAll(server.data());
            deleteAll(server.home());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes what JVMs left behind that were killed. */
    private static void sweep(Path target) throws IOException {
        try (DirectoryStream<Path> homes = Files.newDirectoryStream(target, PREFIX + "*")) {
            for (Path home : homes) {
                long pid = Long.parseLong(home.getFileName().toString().substring(PREFIX.length()));
                if (ProcessHandle.of(pid).isEmpty()) {
                    deleteAll(home);
                }
            }
        }
    }

    /** The topmost directory of the build, so that the programs are unpacked once for all modules. */
    private static Path reactorRoot() {
        Path here = Path.of("").toAbsolutePath();
        for (Path at = here; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("mvnw"))) {
                return at;
            }
        }
        return here;
    }

    private static void deleteAll(Path root) throws IOException {
        List<Path> paths;
        try (Stream<Path> found = Files.walk(root)) {
            paths = found.sorted(Comparator.reverseOrder()).toList();
        } catch (NoSuchFileException absent) {
            return;
        }
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }

    private static final class Running {
        private static final PostgresServer SERVER = start();
    }
}

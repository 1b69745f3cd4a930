package org.troth.app.attacks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.troth.app.TrothApplication;

/** The product in a JVM of its own, as an operator runs it, in a directory of its own: it can be killed and started again. */
final class ChildTroth implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("(?m)^Troth is ready: (\\S+)$");
    private static final Pattern ACCOUNT = Pattern.compile("(?m)^\\S+ +name (\\S+) +password (\\S+)$");
    private static final Pattern REFERENCE =
            Pattern.compile("(?<=X-Request-Id: )[0-9a-f-]{36}", Pattern.CASE_INSENSITIVE);
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(4);

    private final Path directory;
    private final List<String> settings;
    private Process process;
    private URI origin;

    /** A trial in a new directory, with accounts and a directory of services and nobody yet. */
    ChildTroth() {
        this.directory = newDirectory();
        this.settings = List.of(
                "--troth.trial.binaries=" + reactorRoot().resolve("target/postgresql"),
                "--troth.demonstration.participants=0");
        this.process = launch();
        this.origin = awaitReady();
    }

    private Process launch() {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + temporary(),
                "-cp",
                System.getProperty("java.class.path"),
                TrothApplication.class.getName(),
                "--server.port=0",
                "--troth.home=" + home()));
        words.addAll(settings);
        try {
            Files.createDirectories(temporary());
            Files.writeString(output(), "");
            return new ProcessBuilder(words)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private URI awaitReady() {
        URI[] found = new URI[1];
        await(STARTS_WITHIN, () -> {
            Matcher ready = READY.matcher(read(output()));
            if (ready.find()) {
                found[0] = URI.create(ready.group(1));
                return true;
            }
            if (!process.isAlive()) {
                throw new AssertionError("the product did not start:\n" + read(output()));
            }
            return false;
        });
        return found[0];
    }

    URI origin() {
        return origin;
    }

    /** Where the product keeps what is its own. */
    Path home() {
        return directory.resolve(".troth");
    }

    /** Whatever it has written to its terminal since its last start. */
    Path output() {
        return directory.resolve("output.txt");
    }

    /** Where it puts what need not be kept. */
    Path temporary() {
        return directory.resolve("temporary");
    }

    Path database() {
        return home().resolve("postgres");
    }

    StoredRecord record() {
        return StoredRecord.in(database());
    }

    Caller program(String account) {
        return Caller.program(origin, token(account));
    }

    Caller browser(String account) {
        return Caller.browser(origin, account, password(account));
    }

    String password(String account) {
        Matcher line = ACCOUNT.matcher(read(home().resolve("accounts.txt")));
        while (line.find()) {
            if (line.group(1).equals(account)) {
                return line.group(2);
            }
        }
        throw new AssertionError("no sample account called " + account);
    }

    /** The token of a sample account; each is called what its role is called. */
    String token(String account) {
        String afterwards = read(home().resolve("accounts.txt")).split("Tokens for the API", 2)[1];
        return afterwards
                .lines()
                .filter(line -> line.matches("(?i)" + account + "\\s+\\S+"))
                .map(line -> line.split("\\s+")[1])
                .findFirst()
                .orElseThrow(() -> new AssertionError("no token of " + account));
    }

    /** The process of the database, with everything it has started. */
    ProcessHandle postmaster() {
        String pid = read(dataDirectory().resolve("postmaster.pid"))
                .lines()
                .findFirst()
                .orElseThrow();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    Path dataDirectory() {
        return database().resolve("data");
    }

    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    void killDatabase() {
        postmaster().destroyForcibly();
    }

    /** Sends the database and all its sessions this signal, such as STOP and CONT; first whoever begins new sessions. */
    void signalDatabase(String signal) {
        ProcessHandle postmaster = postmaster();
        signal(signal, Stream.of(postmaster));
        signal(signal, postmaster.descendants());
    }

    private static void signal(String signal, Stream<ProcessHandle> processes) {
        List<String> words = new ArrayList<>(List.of("kill", "-" + signal));
        processes.forEach(each -> words.add(Long.toString(each.pid())));
        try {
            // A session that has just ended is no fault.
            new ProcessBuilder(words).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** What it has noted about a request, by the reference that was answered. */
    String noted(String answer) {
        Matcher reference = REFERENCE.matcher(answer);
        if (!reference.find()) {
            return "";
        }
        List<String> lines = read(output()).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(reference.group())) {
                return String.join("\n", lines.subList(i, Math.min(lines.size(), i + 30)));
            }
        }
        return "";
    }

    /** Ends it as an operator does. */
    void stop() {
        process.destroy();
        awaitEnd();
    }

    /** Starts it anew on what it left behind. */
    void startAgain() {
        if (process.isAlive()) {
            throw new IllegalStateException("it still runs");
        }
        process = launch();
        origin = awaitReady();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError("the product did not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends it and leaves nothing behind. */
    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
        try {
            List<Path> all;
            try (Stream<Path> found = Files.walk(directory)) {
                all = found.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : all) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void await(Duration patience, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not come about within " + patience);
            }
            pause(Duration.ofMillis(50));
        }
    }

    static void pause(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path newDirectory() {
        try {
            Path made = Files.createTempDirectory("troth attacked");
            // The database runs as another user when this one is root: it must be able to walk to its own directory.
            Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwx--x--x"));
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The topmost directory of the build, so that PostgreSQL is unpacked once for all modules. */
    private static Path reactorRoot() {
        for (@Nullable Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("mvnw"))) {
                return at;
            }
        }
        throw new AssertionError("these tests run inside the build");
    }
}

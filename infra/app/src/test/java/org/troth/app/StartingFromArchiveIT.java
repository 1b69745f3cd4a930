package org.troth.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product in a JVM of its own, from jars, with the options that make the next start quick. */
class StartingFromArchiveIT {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String MADE = "The next start will be quicker";

    @TempDir
    Path directory;

    private List<Path> jars = List.of();
    private Process process;

    @BeforeEach
    void packEverything() throws IOException {
        // The database runs as another user when this one is root: it must be able to walk to its own directory.
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
        jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                jars.add(packed(path));
            } else if (Files.exists(path)) {
                jars.add(path);
            }
        }
    }

    @AfterEach
    void end() throws InterruptedException {
        if (process != null && process.isAlive()) {
            stop();
        }
    }

    @Test
    void theSecondStartTakesItsClassesFromWhatTheFirstOneLeftUntilAJarChanges() throws Exception {
        start("first");
        await("first", () -> said("first").contains(MADE));
        stop();
        FileTime made = Files.getLastModifiedTime(archive());

        start("second");
        stop();
        assertThat(fromArchive("second"))
                .contains("org.troth.app.TrothApplication", "org.springframework.boot.SpringApplication");
        assertThat(said("second")).doesNotContain(MADE);
        assertThat(Files.getLastModifiedTime(archive())).isEqualTo(made);

        Files.setLastModifiedTime(
                jars.stream()
                        .filter(jar -> jar.startsWith(directory))
                        .findFirst()
                        .orElseThrow(),
                FileTime.from(Instant.now().plusSeconds(60)));
        start("third");
        await("third", () -> said("third").contains(MADE));
        stop();
        assertThat(fromArchive("third")).isEmpty();
        assertThat(Files.getLastModifiedTime(archive())).isGreaterThan(made);
        assertThat(said("first") + said("second") + said("third")).doesNotContain("[warning]", "WARN", "ERROR");
    }

    private void start(String name) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:SharedArchiveFile=" + archive(),
                "-XX:DumpLoadedClassList=" + directory.resolve("start.classes"),
                "-Xlog:cds=off",
                "-Xlog:class+load=info:file=" + loaded(name),
                "-cp",
                String.join(
                        File.pathSeparator, jars.stream().map(Path::toString).toList()),
                TrothApplication.class.getName(),
                "--server.port=0",
                "--troth.home=" + directory.resolve(".troth"),
                "--troth.trial.binaries=" + Path.of("../../target/postgresql").toAbsolutePath(),
                "--troth.demonstration.participants=0"));
        process = new ProcessBuilder(words)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output(name).toFile())
                .start();
        await(name, () -> said(name).contains("Troth is ready"));
    }

    private void stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    private void await(String name, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(process.isAlive()).as(said(name)).isTrue();
            assertThat(System.nanoTime()).as(said(name)).isLessThan(end);
            Thread.sleep(50);
        }
    }

    private List<String> fromArchive(String name) throws IOException {
        try (Stream<String> lines = Files.lines(loaded(name))) {
            return lines.filter(line -> line.contains("source: shared objects file"))
                    .map(line -> line.replaceAll("^(\\[[^]]*])*\\s*", "").split(" ", 2)[0])
                    .toList();
        }
    }

    private Path archive() {
        return directory.resolve("start.jsa");
    }

    private Path output(String name) {
        return directory.resolve(name + ".output");
    }

    private Path loaded(String name) {
        return directory.resolve(name + ".loaded");
    }

    private String said(String name) {
        try {
            return Files.readString(output(name), UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path packed(Path classes) throws IOException {
        Path jar = directory.resolve("classes-" + jars.size() + ".jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream packing = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(file -> !file.equals(classes)).toList()) {
                boolean folder = Files.isDirectory(file);
                packing.putNextEntry(new JarEntry(classes.relativize(file) + (folder ? "/" : "")));
                if (!folder) {
                    Files.copy(file, packing);
                }
                packing.closeEntry();
            }
        }
        return jar;
    }
}

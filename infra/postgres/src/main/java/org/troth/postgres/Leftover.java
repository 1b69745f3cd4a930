package org.troth.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an earlier process left running on the same data. The caller holds the lock of the place, so nothing found here
 * can serve anyone living.
 */
final class Leftover {

    private static final Logger LOG = LoggerFactory.getLogger(Leftover.class);

    private Leftover() {}

    /** Ends every leftover server process of these data and removes the note of its number. */
    static void end(Path data) throws IOException {
        long begun = System.nanoTime();
        long lastTold = -Signals.REPEAT_MILLIS;
        Set<Long> running = serversOn(data);
        if (!running.isEmpty()) {
            LOG.info("Ending a PostgreSQL that an earlier run left behind");
        }
        while (!running.isEmpty()) {
            long millis = (System.nanoTime() - begun) / 1_000_000;
            if (millis > 4 * Signals.PATIENCE_MILLIS) {
                throw PostgresRefused.alreadyRunning(
                        data, "process " + running.iterator().next());
            }
            if (millis - lastTold >= Signals.REPEAT_MILLIS) {
                lastTold = millis;
                if (millis < Signals.PATIENCE_MILLIS) {
                    send("INT", leaderOf(running, data));
                } else if (millis < 2 * Signals.PATIENCE_MILLIS) {
                    send("QUIT", leaderOf(running, data));
                } else {
                    send("KILL", running);
                }
            }
            pause();
            running = serversOn(data);
        }
        Files.deleteIfExists(data.resolve("postmaster.pid"));
    }

    /**
     * The one that the note names, when it lives. To its children the same signal would mean other things, and without it
     * they end by themselves.
     */
    private static Set<Long> leaderOf(Set<Long> running, Path data) throws IOException {
        Path note = data.resolve("postmaster.pid");
        String first;
        try {
            first = Files.readString(note, StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        } catch (NoSuchFileException removedByItsWriter) {
            return Set.of();
        }
        return first.matches("\\d{1,18}") && running.contains(Long.parseLong(first))
                ? Set.of(Long.parseLong(first))
                : Set.of();
    }

    /** Living processes named postgres that work in the directory; a zombie has no directory and does not count. */
    static Set<Long> serversOn(Path data) throws IOException {
        Set<Long> found = new HashSet<>();
        if (!Files.isDirectory(data)) {
            return found;
        }
        Path real = data.toRealPath();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                if (isServerOn(process, real)) {
                    found.add(Long.parseLong(process.getFileName().toString()));
                }
            }
        }
        return found;
    }

    private static boolean isServerOn(Path process, Path data) {
        try {
            return Files.readString(process.resolve("comm"), StandardCharsets.UTF_8)
                            .strip()
                            .equals("postgres")
                    && Files.readSymbolicLink(process.resolve("cwd")).equals(data);
        } catch (IOException endedOrAnothers) {
            return false;
        }
    }

    private static void send(String signal, Set<Long> processes) throws IOException {
        for (long pid : processes) {
            Signals.send(signal, pid);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw PostgresRefused.interrupted(e);
        }
    }
}

package org.troth.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an earlier process left running on the same data. The caller holds the lock of the place, so nothing found here
 * can serve anyone living.
 */
final class Leftover {

    private static final Logger LOG = LoggerFactory.getLogger(Leftover.class);
    private static final long PATIENCE_MILLIS = 20_000;

    private Leftover() {}

    /** Ends every leftover server process of these data and removes the note of its number. */
    static void end(Path data) throws IOException {
        long begun = System.nanoTime();
        String signal = "INT";
        Set<Long> told = new HashSet<>();
        Set<Long> running = serversOn(data);
        while (!running.isEmpty()) {
            long millis = (System.nanoTime() - begun) / 1_000_000;
            if (millis > 2 * PATIENCE_MILLIS) {
                throw PostgresRefused.alreadyRunning(
                        data, "process " + running.iterator().next());
            }
            if (millis > PATIENCE_MILLIS && !signal.equals("KILL")) {
                signal = "KILL";
                told.clear();
            }
            for (long pid : running) {
                if (told.add(pid)) {
                    LOG.info("Ending a PostgreSQL process that an earlier run left behind");
                    Signals.send(signal, pid);
                }
            }
            pause();
            running = serversOn(data);
        }
        Files.deleteIfExists(data.resolve("postmaster.pid"));
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

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw PostgresRefused.interrupted(e);
        }
    }

    /** Sends signals that the JDK has no word for. */
    static final class Signals {

        private Signals() {}

        /** Sends the signal; a process that has ended already is no error. */
        static void send(String signal, long pid) throws IOException {
            Command.run(
                    List.of("sh", "-c", "kill -s \"$1\" \"$2\"", "sh", signal, Long.toString(pid)), Path.of("/"), "");
        }
    }
}

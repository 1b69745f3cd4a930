package org.troth.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs a short command to its end in a clean environment and keeps what it said. */
record Command(int exit, String said) {

    private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    boolean succeeded() {
        return exit == 0;
    }

    /** The last lines of what was said, enough to tell an operator why. */
    String reason() {
        List<String> lines =
                said.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return lines.isEmpty()
                ? "exit code " + exit
                : String.join("; ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
    }

    /** Only what PostgreSQL needs: no inherited setting may bend the server. */
    static ProcessBuilder prepare(List<String> words, Path directory) {
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.directory(directory.toFile());
        Map<String, String> environment = builder.environment();
        String path = environment.getOrDefault("PATH", "");
        environment.clear();
        environment.put("PATH", path.isEmpty() ? PATH : path + ":" + PATH);
        environment.put("LC_ALL", "C");
        environment.put("TZ", "UTC");
        return builder;
    }

    static Command run(List<String> words, Path directory, String input) throws IOException {
        Process process = prepare(words, directory).redirectErrorStream(true).start();
        try {
            try (OutputStream in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException ended) {
                // It ended before it read everything; its exit code and words say why.
                process.onExit();
            }
            String said;
            try (InputStream out = process.getInputStream()) {
                said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            }
            return new Command(process.waitFor(), said);
        } catch (InterruptedException e) {
            throw PostgresRefused.interrupted(e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Whether the command can be run here at all and succeeds; absence counts as no. */
    static boolean works(List<String> words, Path directory) {
        try {
            return run(words, directory, "").succeeded();
        } catch (IOException absent) {
            return false;
        }
    }
}

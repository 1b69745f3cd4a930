package org.troth.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another JVM that starts a server and holds it until it is killed or its input ends. */
final class HoldingProcess implements AutoCloseable {

    private final Process process;
    private final String told;

    private HoldingProcess(Process process, String told) {
        this.process = process;
        this.told = told;
    }

    /** Runs in the other JVM. */
    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(arguments[0]);
        try (PostgresServer server =
                PostgresServer.start(PostgresSettings.in(home).withBinariesIn(Path.of(arguments[1])), stage -> {})) {
            System.out.println("TOLD serving " + server.port() + " " + server.pid() + " " + server.way());
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        } catch (PostgresRefused refused) {
            System.out.println("TOLD " + refused.getMessage());
        }
    }

    static HoldingProcess start(Path home) throws IOException {
        return start(home, List.of(), System.getProperty("java.class.path"), Fixtures.binaries());
    }

    /** @param before words that give the other JVM other rights */
    static HoldingProcess start(Path home, List<String> before, String classPath, Path binaries) throws IOException {
        List<String> words = new ArrayList<>(before);
        words.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                classPath,
                HoldingProcess.class.getName(),
                home.toString(),
                binaries.toString()));
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(Path.of("/").toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().remove("HOME");
        Process process = builder.start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("TOLD ")) {
                return new HoldingProcess(process, line.substring("TOLD ".length()));
            }
        }
        throw new IOException("The other JVM said nothing.");
    }

    /** What it said: "serving port pid way", or why it was refused. */
    String told() {
        return told;
    }

    int port() {
        return Integer.parseInt(told.split(" ")[1]);
    }

    long serverPid() {
        return Long.parseLong(told.split(" ")[2]);
    }

    long pid() {
        return process.pid();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            kill();
            throw new IOException("The other JVM did not end.");
        }
    }
}

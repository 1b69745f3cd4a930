package org.troth.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of the server process. It is started by a thread that lives as long as it does, since the kernel's "signal me
 * when my parent dies" means the thread, not the process.
 */
final class Postmaster {

    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);

    private final Process process;
    private final Path data;
    private volatile boolean served;
    private volatile boolean asked;

    private Postmaster(Process process, Path data) {
        this.process = process;
        this.data = data;
    }

    static Postmaster launch(RunAs runAs, Binaries binaries, int port, Path log) throws IOException {
        List<String> words =
                new ArrayList<>(List.of(binaries.postgres(), "-D", runAs.data().toString()));
        ServerOptions.serving(port).forEach(option -> words.addAll(List.of("-c", option)));
        ProcessBuilder builder = Command.prepare(runAs.lasting(words), runAs.place())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        CompletableFuture<Postmaster> launched = new CompletableFuture<>();
        Thread keeper = new Thread(() -> keep(builder, runAs.data(), launched), "postgres-keeper");
        keeper.setDaemon(true);
        keeper.start();
        try {
            return launched.join();
        } catch (CompletionException e) {
            throw new IOException("the server process could not be started", e.getCause());
        }
    }

    private static void keep(ProcessBuilder builder, Path data, CompletableFuture<Postmaster> launched) {
        Postmaster postmaster;
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            postmaster = new Postmaster(process, data);
        } catch (IOException | RuntimeException e) {
            launched.completeExceptionally(e);
            return;
        }
        launched.complete(postmaster);
        while (postmaster.process.isAlive()) {
            try {
                postmaster.process.waitFor();
            } catch (InterruptedException e) {
                LOG.debug("Nobody should interrupt the keeper of PostgreSQL; it keeps on");
            }
        }
        postmaster.ended();
    }

    private void ended() {
        if (served && !asked) {
            LOG.error("PostgreSQL ended by itself with exit code {}", process.exitValue());
        }
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Whether it has told, in its own file, that it takes connections. */
    boolean ready() throws IOException {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"), StandardCharsets.UTF_8);
            served = lines.size() >= 8
                    && lines.get(0).strip().equals(Long.toString(pid()))
                    && lines.get(7).strip().equals("ready");
            return served;
        } catch (NoSuchFileException notYet) {
            return false;
        }
    }

    /**
     * Ends it: sessions are broken off and everything is written out. A server that does not heed that, as one that is
     * just recovering from a crash may not, is ended at once and recovers at the next start; nothing committed is lost.
     */
    void stop() throws IOException {
        asked = true;
        if (!process.isAlive()) {
            return;
        }
        for (String signal : List.of("INT", "QUIT", "KILL")) {
            for (int waited = 0; waited < Signals.PATIENCE_MILLIS; waited += Signals.REPEAT_MILLIS) {
                Signals.send(signal, pid());
                if (endsWithin(Signals.REPEAT_MILLIS)) {
                    return;
                }
            }
            LOG.warn("PostgreSQL did not end after signal {}", signal);
        }
    }

    private boolean endsWithin(long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw PostgresRefused.interrupted(e);
        }
    }
}

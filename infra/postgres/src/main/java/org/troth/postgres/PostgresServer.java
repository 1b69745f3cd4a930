package org.troth.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running PostgreSQL of our own: durable, on the loopback address only, with passwords, its data kept between runs. It
 * ends with {@link #stop()} and, where the machine can do that, within a second of this process's death.
 */
public final class PostgresServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final long READY_WITHIN_SECONDS = 300;
    private static final long RETRY_FOR_SECONDS = 20;

    private final PostgresSettings settings;
    private final RunAs runAs;
    private final PlaceLock lock;
    private final Passwords passwords;
    private final Postmaster postmaster;
    private final int port;
    private boolean stopped;

    private PostgresServer(
            PostgresSettings settings,
            RunAs runAs,
            PlaceLock lock,
            Passwords passwords,
            Postmaster postmaster,
            int port) {
        this.settings = settings;
        this.runAs = runAs;
        this.lock = lock;
        this.passwords = passwords;
        this.postmaster = postmaster;
        this.port = port;
    }

    /**
     * Returns when connections are taken.
     *
     * @throws PostgresRefused with the reason and what to do about it
     */
    public static PostgresServer start(PostgresSettings settings, Consumer<PostgresStage> progress) {
        return start(settings, progress, EnumSet.allOf(Way.class));
    }

    static PostgresServer start(PostgresSettings settings, Consumer<PostgresStage> progress, Set<Way> allowed) {
        Binaries.requirePlatform();
        try {
            RunAs runAs = RunAs.choose(settings, allowed);
            PlaceLock lock = PlaceLock.take(runAs.place());
            try {
                return start(settings, runAs, lock, progress);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw PostgresRefused.io(settings.home(), e);
        }
    }

    private static PostgresServer start(
            PostgresSettings settings, RunAs runAs, PlaceLock lock, Consumer<PostgresStage> progress)
            throws IOException {
        Binaries binaries = Binaries.unpackedIn(runAs.binaries(settings), progress);
        Leftover.end(runAs.data());
        Cluster cluster = Cluster.openOrCreate(settings.home(), runAs, binaries, progress);
        progress.accept(PostgresStage.STARTING);
        ServerLog log = ServerLog.in(settings.home());
        long begun = System.nanoTime();
        int lastPort = PortFile.read(settings.home());
        while (true) {
            int port = settings.port() != 0 ? settings.port() : freePort(lastPort);
            log.mark();
            Postmaster postmaster = Postmaster.launch(runAs, binaries, port, log.file());
            try {
                if (becomesReady(postmaster)) {
                    PortFile.write(settings.home(), port);
                    progress.accept(PostgresStage.READY);
                    LOG.info("PostgreSQL {} serves on loopback port {}", Binaries.VERSION, port);
                    return new PostgresServer(settings, runAs, lock, cluster.passwords(), postmaster, port);
                }
            } catch (IOException | RuntimeException e) {
                postmaster.stop();
                throw e;
            }
            boolean inTime = System.nanoTime() - begun < RETRY_FOR_SECONDS * 1_000_000_000L;
            switch (log.whyItEnded()) {
                case PORT_IN_USE -> {
                    if (settings.port() != 0 || !inTime) {
                        throw PostgresRefused.portInUse(port);
                    }
                    lastPort = 0;
                }
                case STILL_THERE -> {
                    if (!inTime) {
                        throw PostgresRefused.alreadyRunning(runAs.place(), "an earlier PostgreSQL");
                    }
                    pause(250);
                    Leftover.end(runAs.data());
                }
                case DISK_FULL -> throw PostgresRefused.diskFull(runAs.place());
                case OTHER -> throw PostgresRefused.failed("starting", log.lastWords());
            }
        }
    }

    private static boolean becomesReady(Postmaster postmaster) throws IOException {
        long begun = System.nanoTime();
        while (!postmaster.ready()) {
            if (!postmaster.alive()) {
                return false;
            }
            if (System.nanoTime() - begun > READY_WITHIN_SECONDS * 1_000_000_000L) {
                postmaster.stop();
                return false;
            }
            pause(10);
        }
        return true;
    }

    /** The preferred port when it is free, else one that the system chooses. */
    private static int freePort(int preferred) throws IOException {
        if (preferred != 0 && bindable(preferred)) {
            return preferred;
        }
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static boolean bindable(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 1);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw PostgresRefused.interrupted(e);
        }
    }

    public int port() {
        return port;
    }

    /** The JDBC address of the product's database, without user and password. */
    public String url() {
        return url(Cluster.DATABASE);
    }

    /** The JDBC address of any database of this server, without user and password. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The role that owns the database and migrates it. */
    public Login owner() {
        return passwords.owner();
    }

    /** The role that the running product uses; it may connect, and whatever the owner grants. */
    public Login application() {
        return passwords.application();
    }

    /** The database's administrator; the product never uses it. */
    public Login superuser() {
        return passwords.superuser();
    }

    public Path home() {
        return settings.home();
    }

    /** PostgreSQL's own log; it never holds a statement, a parameter or a value. */
    public Path log() {
        return ServerLog.in(settings.home()).file();
    }

    /** The file that holds the three passwords, readable by the user of this process alone. */
    public Path passwordFile() {
        return settings.home().resolve(Passwords.FILE);
    }

    /** The data directory itself. */
    public Path data() {
        return runAs.data();
    }

    public long pid() {
        return postmaster.pid();
    }

    public boolean isRunning() {
        return postmaster.alive();
    }

    Way way() {
        return runAs.way();
    }

    /** Ends sessions, writes everything out and ends the server; a second call does nothing. */
    public synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        boolean interrupted = Thread.interrupted();
        try (PlaceLock held = lock) {
            postmaster.stop();
        } catch (IOException e) {
            throw PostgresRefused.io(settings.home(), e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        stop();
    }
}

package org.troth.store.facts;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells readers that the record has grown: at once for what this node appends, through NOTIFY for what other nodes do,
 * and by asking every second in case a notification was lost.
 */
public final class Bell implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Bell.class);

    private static final long BETWEEN_RINGS_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /** A little longer, so that while appends go on they ring themselves, which costs no transaction more. */
    private static final long OWED_NANOS = TimeUnit.MILLISECONDS.toNanos(28);

    /** For so long may facts that nobody waits for gather, so that readers take many of them at once. */
    private static final long GATHERED_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private static final long ASK_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int LISTEN_MS = 10;
    private static final long RECONNECT_MS = 500;
    private static final int SILENCE_MS = 5_000;

    private final DataSource source;
    private final AtomicLong size = new AtomicLong();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean owesRing;
    private volatile boolean owesWord;
    private volatile long unawaitedSinceNanos;
    private volatile int appender;
    private volatile long lastRungNanos = System.nanoTime() - BETWEEN_RINGS_NANOS;

    Bell(DataSource source, long size) {
        this.source = source;
        this.size.set(size);
        this.thread = new Thread(this::listen, "record-bell");
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** How many positions are known to be taken; every fact below is durable. */
    public long size() {
        return size.get();
    }

    /** Has this run whenever the record has grown, on any thread; it must be quick. Closing the answer ends it. */
    public Registration onGrowth(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** What this backend appends is known here without being notified. */
    void appenderIs(int backend) {
        appender = backend;
    }

    /** Ends being told. */
    @FunctionalInterface
    public interface Registration {
        void cancel();
    }

    /** The record is at least this long. */
    void grown(long now) {
        if (size.getAndAccumulate(now, Math::max) < now) {
            tell();
        }
    }

    /** The record is at least this long, with facts at its end that nobody waits for: who reads is told a little later. */
    void grownUnawaited(long now) {
        if (size.getAndAccumulate(now, Math::max) < now && !owesWord) {
            unawaitedSinceNanos = System.nanoTime();
            owesWord = true;
        }
    }

    private void tell() {
        owesWord = false;
        listeners.forEach(Runnable::run);
    }

    private void tellOfUnawaited() {
        if (owesWord && System.nanoTime() - unawaitedSinceNanos >= GATHERED_NANOS) {
            tell();
        }
    }

    /**
     * Whether the append that comes now is to notify other nodes. If not, a later one or the bell itself does so within
     * 40 ms, so that not every commit pays for it.
     */
    boolean ringsNow() {
        long now = System.nanoTime();
        if (now - lastRungNanos >= BETWEEN_RINGS_NANOS) {
            lastRungNanos = now;
            owesRing = false;
            return true;
        }
        owesRing = true;
        return false;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        boolean told = false;
        while (!closed) {
            try (Connection connection = source.getConnection()) {
                listen(connection);
                told = false;
            } catch (SQLException | RuntimeException e) {
                if (!told && !closed) {
                    LOG.warn(
                            "listening for new facts is interrupted: {}",
                            e.getClass().getSimpleName());
                    told = true;
                }
                pause();
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        connection.setNetworkTimeout(Runnable::run, SILENCE_MS);
        PGConnection postgres = connection.unwrap(PGConnection.class);
        try (Statement statement = connection.createStatement()) {
            // a ring that is lost with a crash is followed by a start, which asks anyway
            statement.execute("set synchronous_commit = off");
            statement.execute("listen facts");
            long asked = ask(statement);
            int own = postgres.getBackendPID();
            while (!closed) {
                tellOfUnawaited();
                var notifications = postgres.getNotifications(LISTEN_MS);
                boolean rung = notifications != null
                        && Arrays.stream(notifications)
                                .anyMatch(each -> each.getPID() != own && each.getPID() != appender);
                if (rung || System.nanoTime() - asked >= ASK_NANOS) {
                    asked = ask(statement);
                }
                if (owesRing && System.nanoTime() - lastRungNanos >= OWED_NANOS) {
                    owesRing = false;
                    lastRungNanos = System.nanoTime();
                    statement.execute("select pg_notify('facts', '')");
                }
            }
            statement.execute("unlisten *");
            statement.execute("reset synchronous_commit");
        }
    }

    private long ask(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select size from facts.head")) {
            if (rows.next()) {
                grown(rows.getLong(1));
            }
        }
        return System.nanoTime();
    }

    private void pause() {
        tellOfUnawaited();
        try {
            Thread.sleep(RECONNECT_MS);
        } catch (InterruptedException e) {
            if (!closed) {
                LOG.debug("interrupted while waiting to listen again");
            }
        }
    }

    /** Whether the thread that listens runs; for health. */
    public boolean isListening() {
        return thread.isAlive();
    }
}

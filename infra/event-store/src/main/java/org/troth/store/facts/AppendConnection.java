package org.troth.store.facts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.troth.events.recording.Answer;

/** The appender's own connection and its prepared calls. Not for two threads at once. */
final class AppendConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AppendConnection.class);

    /** So long may the server be silent, and so much longer for each fact; after that it is asked what has become of it. */
    private static final int SILENCE_MS = 6_500;

    private static final int SILENCE_PER_FACT_MS = 3;

    private static final String POSITIONS = "select event_id, position from facts.fact where event_id = any (?)";
    private static final String ANSWERED = """
            select position from lookups.idempotency where actor = ? and key_tag = ? and request_hash = ?
            """;

    /** Who serves this connection, so that it can be ended when nothing more is heard of it. */
    record Backend(int pid, String startedAt) {}

    private final Connection connection;
    private final PGConnection postgres;
    private final Backend backend;
    private final AppendCalls calls;
    private int silenceMs = SILENCE_MS;

    AppendConnection(DataSource source) throws SQLException {
        connection = source.getConnection();
        try {
            connection.setAutoCommit(true);
            connection.setNetworkTimeout(Runnable::run, SILENCE_MS);
            postgres = connection.unwrap(PGConnection.class);
            postgres.setPrepareThreshold(1);
            backend = settle();
            calls = new AppendCalls(connection, postgres);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * Commits wait for the disk whatever the role's default is; plans are made once, over indexes; and whoever holds the
     * head for long is not waited for, so that callers hear soon that nothing can be recorded.
     */
    private Backend settle() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set plan_cache_mode = force_generic_plan");
            statement.execute("set enable_seqscan = off");
            statement.execute("set jit = off");
            statement.execute("set lock_timeout = '6s'");
            statement.execute("""
                    select set_config('synchronous_commit', 'on', false)
                     where current_setting('synchronous_commit') in ('off', 'local')
                    """);
            try (ResultSet rows = statement.executeQuery(
                    "select pid, backend_start::text from pg_stat_activity where pid = pg_backend_pid()")) {
                rows.next();
                return new Backend(rows.getInt(1), rows.getString(2));
            }
        }
    }

    Backend backend() {
        return backend;
    }

    HeadState head() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select size, key_generation, destructions from facts.head")) {
            rows.next();
            return new HeadState(rows.getLong(1), rows.getInt(2), rows.getLong(3));
        }
    }

    AppendCalls calls() {
        return calls;
    }

    /** A batch of many facts takes its time. */
    void expect(int facts) throws SQLException {
        int needed = facts <= 100 ? SILENCE_MS : SILENCE_MS + facts * SILENCE_PER_FACT_MS;
        if (needed != silenceMs) {
            connection.setNetworkTimeout(Runnable::run, needed);
            silenceMs = needed;
        }
    }

    /** Begins a transaction, locks the head and says what stands against each unit. */
    AppendCalls.Check lockAndCheck(BatchArrays batch, Instant moment) throws SQLException {
        connection.setAutoCommit(false);
        return calls.lockAndCheck(batch, moment);
    }

    void commit() throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** Undoes what a transaction holds, if one was begun. */
    void rollback() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /**
     * Ends the backend of a connection that is no longer heard of, so that nothing of it can be committed later; false when
     * it has not ended within two seconds.
     */
    boolean end(Backend lost) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select pg_terminate_backend(pid, 2000)
                  from pg_stat_activity
                 where pid = ? and backend_start::text = ?
                """)) {
            statement.setInt(1, lost.pid());
            statement.setString(2, lost.startedAt());
            try (ResultSet rows = statement.executeQuery()) {
                return !rows.next() || rows.getBoolean(1);
            }
        }
    }

    /** Locks the head: whoever appended before is done now. Begins a transaction. */
    HeadState lockHead() throws SQLException {
        BatchArrays nothing = new BatchArrays(List.of(), 0, BatchArrays.WriterTags.NONE);
        return lockAndCheck(nothing, Instant.EPOCH).state();
    }

    /** Which of these events are on the record, and where. */
    Map<UUID, Long> positions(Collection<UUID> eventIds) throws SQLException {
        Map<UUID, Long> found = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(POSITIONS)) {
            statement.setArray(1, postgres.createArrayOf("uuid", eventIds.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getObject(1, UUID.class), rows.getLong(2));
                }
            }
        }
        return found;
    }

    /** The position kept with exactly this answer; -1 when it is not kept. */
    long positionOf(Answer answer) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ANSWERED)) {
            statement.setObject(1, answer.actor());
            statement.setBytes(2, answer.keyTag());
            statement.setBytes(3, answer.requestTag());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : -1;
            }
        }
    }

    /** Gives the connection back as it was; a broken one cannot be told, and need not be. */
    @Override
    public void close() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("reset all");
        } catch (SQLException e) {
            LOG.debug("a connection is closed as it is: {}", e.getSQLState());
        } finally {
            connection.close();
        }
    }
}

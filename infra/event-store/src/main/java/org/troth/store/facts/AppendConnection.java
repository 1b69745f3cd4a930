package org.troth.store.facts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.troth.events.recording.Answer;

/** The appender's own connection and its prepared calls. Not for two threads at once. */
final class AppendConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AppendConnection.class);

    private static final int SILENCE_MS = 20_000;

    private static final String APPEND_ONE = """
            select * from facts.append_one_as_guessed(
                ?, ?, ?, ?, ?,  ?, ?, ?, ?, ?, ?, ?,  ?, ?,  ?, ?, ?, ?, ?,  ?, ?)
            """;
    private static final String APPEND_AS_GUESSED = """
            select * from facts.append_as_guessed(
                ?, ?, ?, ?, ?,  ?, ?, ?, ?, ?, ?, ?, ?,  ?, ?, ?,  ?, ?, ?, ?,  ?, ?, ?,  ?, ?, ?, ?, ?, ?, ?,  ?, ?, ?, ?)
            """;
    private static final String LOCK_AND_CHECK = """
            select * from facts.lock_and_check(?, ?, ?, ?,  ?, ?, ?,  ?, ?, ?, ?,  ?, ?, ?,  ?, ?, ?,  ?)
            """;
    private static final String APPEND = """
            select facts.append(?,  ?, ?, ?,  ?, ?, ?, ?,  ?, ?, ?,  ?, ?,  ?, ?, ?, ?, ?, ?,  ?, ?, ?, ?)
            """;
    private static final String POSITIONS = "select event_id, position from facts.fact where event_id = any (?)";
    private static final String ANSWERED = """
            select position from lookups.idempotency where actor = ? and key_tag = ? and request_hash = ?
            """;

    /** What a guessed append saw; the state is that after it when it appended. */
    record Guess(boolean appended, HeadState state, long databaseMs) {}

    /** What the first of two steps saw; objections are triples of unit, code and which. */
    record Check(HeadState state, long databaseMs, long[] objections) {}

    /** Who serves this connection, so that it can be ended when nothing more is heard of it. */
    record Backend(int pid, String startedAt) {}

    private final Connection connection;
    private final PGConnection postgres;
    private final Backend backend;
    private @Nullable PreparedStatement appendOne;
    private @Nullable PreparedStatement appendAsGuessed;
    private @Nullable PreparedStatement lockAndCheck;
    private @Nullable PreparedStatement append;

    AppendConnection(DataSource source) throws SQLException {
        connection = source.getConnection();
        try {
            connection.setAutoCommit(true);
            connection.setNetworkTimeout(Runnable::run, SILENCE_MS);
            postgres = connection.unwrap(PGConnection.class);
            postgres.setPrepareThreshold(1);
            backend = settle();
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Commits wait for the disk whatever the role's default is; plans are made once, over indexes. */
    private Backend settle() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set plan_cache_mode = force_generic_plan");
            statement.execute("set enable_seqscan = off");
            statement.execute("set jit = off");
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
            return state(rows, 1);
        }
    }

    /** Appends a unit of one fact without claims in one round trip, or changes nothing. */
    Guess appendOne(
            HeadState guess,
            SealedUnit unit,
            byte[] writerTag,
            Instant moment,
            @Nullable Long allowedSkewMs,
            boolean ring)
            throws SQLException {
        PreparedStatement call = appendOne;
        if (call == null) {
            call = connection.prepareStatement(APPEND_ONE);
            appendOne = call;
        }
        int at = guessed(call, guess, moment, allowedSkewMs);
        SealedUnit.Item item = unit.facts().get(0);
        call.setObject(++at, item.eventId());
        call.setObject(++at, item.streamId());
        call.setLong(++at, item.sequence());
        call.setBytes(++at, item.sealed().header());
        call.setBytes(++at, item.sealed().ct());
        call.setBytes(++at, item.sealed().ctHash());
        call.setBytes(++at, writerTag);
        SealedUnit.Need need = unit.needs().isEmpty() ? null : unit.needs().get(0);
        call.setObject(++at, need == null ? null : need.streamId(), Types.OTHER);
        call.setLong(++at, need == null ? 0 : need.lastSequence());
        Answer answer = unit.answer();
        call.setObject(++at, answer == null ? null : answer.actor(), Types.OTHER);
        call.setBytes(++at, answer == null ? null : answer.keyTag());
        call.setBytes(++at, answer == null ? null : answer.requestTag());
        call.setBytes(++at, answer == null ? null : answer.text().getBytes(UTF_8));
        call.setObject(
                ++at,
                answer == null ? null : answer.expiresAt().atOffset(ZoneOffset.UTC),
                Types.TIMESTAMP_WITH_TIMEZONE);
        call.setObject(++at, moment.atOffset(ZoneOffset.UTC));
        call.setBoolean(++at, ring);
        return guess(call);
    }

    /** Appends a whole batch in one round trip, or changes nothing. */
    Guess appendAsGuessed(
            HeadState guess,
            BatchArrays batch,
            @Nullable Integer nextGeneration,
            Instant moment,
            @Nullable Long allowedSkewMs,
            boolean ring)
            throws SQLException {
        PreparedStatement call = appendAsGuessed;
        if (call == null) {
            call = connection.prepareStatement(APPEND_AS_GUESSED);
            appendAsGuessed = call;
        }
        int at = guessed(call, guess, moment, allowedSkewMs);
        at = facts(call, at, batch);
        call.setArray(++at, array("int4", batch.factUnits));
        at = seals(call, at, batch);
        at = needs(call, at, batch);
        at = taken(call, at, batch);
        call.setArray(++at, array("int4", batch.takenUnits));
        at = given(call, at, batch);
        call.setArray(++at, array("int4", batch.givenUnits));
        at = answers(call, at, batch);
        call.setArray(++at, array("int4", batch.answerUnits));
        ending(call, at, batch, nextGeneration, moment, ring);
        return guess(call);
    }

    /** Begins a transaction, locks the head and says what stands against each unit. */
    Check lockAndCheck(BatchArrays batch, Instant moment) throws SQLException {
        connection.setAutoCommit(false);
        PreparedStatement call = lockAndCheck;
        if (call == null) {
            call = connection.prepareStatement(LOCK_AND_CHECK);
            lockAndCheck = call;
        }
        int at = facts(call, 0, batch);
        call.setArray(++at, array("int4", batch.factUnits));
        at = needs(call, at, batch);
        at = taken(call, at, batch);
        call.setArray(++at, array("int4", batch.takenUnits));
        at = given(call, at, batch);
        call.setArray(++at, array("int4", batch.givenUnits));
        call.setArray(++at, array("uuid", batch.answerActors));
        call.setArray(++at, array("bytea", batch.answerKeys));
        call.setArray(++at, array("int4", batch.answerUnits));
        call.setObject(++at, moment.atOffset(ZoneOffset.UTC));
        try (ResultSet rows = call.executeQuery()) {
            rows.next();
            Array objected = rows.getArray(5);
            long[] flat = objected == null
                    ? new long[0]
                    : Arrays.stream((Long[][]) objected.getArray())
                            .flatMap(Arrays::stream)
                            .mapToLong(Long::longValue)
                            .toArray();
            return new Check(state(rows, 1), rows.getLong(4), flat);
        }
    }

    /** Writes what passed, inside the transaction that checked it. */
    void append(long expectedSize, BatchArrays batch, @Nullable Integer nextGeneration, Instant moment, boolean ring)
            throws SQLException {
        PreparedStatement call = append;
        if (call == null) {
            call = connection.prepareStatement(APPEND);
            append = call;
        }
        call.setLong(1, expectedSize);
        int at = facts(call, 1, batch);
        at = seals(call, at, batch);
        at = taken(call, at, batch);
        at = given(call, at, batch);
        at = answers(call, at, batch);
        ending(call, at, batch, nextGeneration, moment, ring);
        call.executeQuery().close();
    }

    void commit() throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    void rollback() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }

    /** Ends the backend of a connection that is no longer heard of, so that nothing of it can be committed later. */
    void end(Backend lost) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select pg_terminate_backend(pid, 2000)
                  from pg_stat_activity
                 where pid = ? and backend_start::text = ?
                """)) {
            statement.setInt(1, lost.pid());
            statement.setString(2, lost.startedAt());
            statement.executeQuery().close();
        }
    }

    /** Locks the head: whoever appended before is done now. Begins a transaction. */
    HeadState lockHead() throws SQLException {
        connection.setAutoCommit(false);
        BatchArrays nothing = new BatchArrays(List.of(), 0, BatchArrays.WriterTags.NONE);
        return lockAndCheck(nothing, Instant.EPOCH).state();
    }

    /** Which of these events are on the record, and where. */
    Map<UUID, Long> positions(Collection<UUID> eventIds) throws SQLException {
        Map<UUID, Long> found = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(POSITIONS)) {
            statement.setArray(1, array("uuid", eventIds.toArray()));
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

    private static int guessed(PreparedStatement call, HeadState guess, Instant moment, @Nullable Long allowedSkewMs)
            throws SQLException {
        call.setLong(1, guess.size());
        call.setInt(2, guess.generation());
        call.setLong(3, guess.destructions());
        call.setLong(4, moment.toEpochMilli());
        call.setObject(5, allowedSkewMs, Types.BIGINT);
        return 5;
    }

    private int facts(PreparedStatement call, int from, BatchArrays batch) throws SQLException {
        int at = from;
        call.setArray(++at, array("uuid", batch.eventIds));
        call.setArray(++at, array("uuid", batch.streamIds));
        call.setArray(++at, array("int8", batch.sequences));
        return at;
    }

    private int seals(PreparedStatement call, int from, BatchArrays batch) throws SQLException {
        int at = from;
        call.setArray(++at, array("bytea", batch.headers));
        call.setArray(++at, array("bytea", batch.cts));
        call.setArray(++at, array("bytea", batch.ctHashes));
        call.setArray(++at, array("bytea", batch.writerTags));
        return at;
    }

    private int needs(PreparedStatement call, int from, BatchArrays batch) throws SQLException {
        int at = from;
        call.setArray(++at, array("uuid", batch.neededStreams));
        call.setArray(++at, array("int8", batch.neededSequences));
        call.setArray(++at, array("int4", batch.neededUnits));
        return at;
    }

    private int taken(PreparedStatement call, int from, BatchArrays batch) throws SQLException {
        int at = from;
        call.setArray(++at, array("int4", batch.takenKinds));
        call.setArray(++at, array("bytea", batch.takenTags));
        call.setArray(++at, array("uuid", batch.takenStreams));
        return at;
    }

    private int given(PreparedStatement call, int from, BatchArrays batch) throws SQLException {
        int at = from;
        call.setArray(++at, array("int4", batch.givenKinds));
        call.setArray(++at, array("bytea", batch.givenTags));
        return at;
    }

    private int answers(PreparedStatement call, int from, BatchArrays batch) throws SQLException {
        int at = from;
        call.setArray(++at, array("uuid", batch.answerActors));
        call.setArray(++at, array("bytea", batch.answerKeys));
        call.setArray(++at, array("bytea", batch.answerRequests));
        call.setArray(++at, array("bytea", batch.answers));
        call.setArray(++at, array("int8", batch.answerPositions));
        call.setArray(++at, array("timestamptz", batch.answerExpiries));
        return at;
    }

    private static void ending(
            PreparedStatement call,
            int from,
            BatchArrays batch,
            @Nullable Integer nextGeneration,
            Instant moment,
            boolean ring)
            throws SQLException {
        int at = from;
        call.setObject(++at, moment.atOffset(ZoneOffset.UTC));
        call.setInt(++at, batch.destroyed);
        call.setObject(++at, nextGeneration, Types.INTEGER);
        call.setBoolean(++at, ring);
    }

    private static Guess guess(PreparedStatement call) throws SQLException {
        try (ResultSet rows = call.executeQuery()) {
            rows.next();
            return new Guess(rows.getBoolean(1), state(rows, 2), rows.getLong(5));
        }
    }

    private static HeadState state(ResultSet rows, int from) throws SQLException {
        return new HeadState(rows.getLong(from), rows.getInt(from + 1), rows.getLong(from + 2));
    }

    private Array array(String type, Object elements) throws SQLException {
        return postgres.createArrayOf(type, elements);
    }
}

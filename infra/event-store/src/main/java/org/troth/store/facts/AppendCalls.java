package org.troth.store.facts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.troth.events.recording.Answer;

/** The functions of schema {@code facts} as prepared calls on one connection. */
final class AppendCalls {

    private static final String APPEND_ONE = """
            select facts.append_one_as_guessed(?, ?, ?, ?, ?,  ?, ?, ?, ?, ?, ?, ?,  ?, ?,  ?, ?, ?, ?, ?,  ?)
            """;
    private static final String APPEND_AS_GUESSED = """
            select facts.append_as_guessed(?, ?, ?, ?, ?,  ?, ?, ?,  ?, ?, ?, ?,  ?, ?,  ?, ?, ?, ?,  ?, ?, ?,
                                           ?, ?, ?, ?, ?, ?, ?,  ?, ?, ?)
            """;
    private static final String LOCK_AND_CHECK = """
            select * from facts.lock_and_check(?, ?, ?, ?,  ?, ?, ?,  ?, ?, ?, ?,  ?, ?, ?,  ?, ?, ?,  ?)
            """;
    private static final String APPEND = """
            select facts.append(?,  ?, ?, ?,  ?, ?, ?, ?,  ?, ?, ?,  ?, ?,  ?, ?, ?, ?, ?, ?,  ?, ?, ?, ?)
            """;

    /** What the first of two steps saw; objections are triples of unit, code and which. */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Check(HeadState state, long databaseMs, long[] objections) {}

    private final PGConnection postgres;
    private final PreparedStatement appendOne;
    private final PreparedStatement appendAsGuessed;
    private final PreparedStatement lockAndCheck;
    private final PreparedStatement append;

    AppendCalls(Connection connection, PGConnection postgres) throws SQLException {
        this.postgres = postgres;
        appendOne = connection.prepareStatement(APPEND_ONE);
        appendAsGuessed = connection.prepareStatement(APPEND_AS_GUESSED);
        lockAndCheck = connection.prepareStatement(LOCK_AND_CHECK);
        append = connection.prepareStatement(APPEND);
    }

    /** Appends a plain unit in one round trip; false when nothing was changed. */
    boolean appendOne(
            HeadState guess, SealedUnit unit, byte[] writerTag, long nodeMs, @Nullable Long allowedSkewMs, boolean ring)
            throws SQLException {
        Binder to = new Binder(appendOne);
        guessed(to, guess, nodeMs, allowedSkewMs);
        SealedUnit.Item item = unit.facts().get(0);
        to.object(item.eventId());
        to.object(item.streamId());
        to.number(item.sequence());
        to.bytes(item.sealed().header());
        to.bytes(item.sealed().ct());
        to.bytes(item.sealed().ctHash());
        to.bytes(writerTag);
        SealedUnit.Need need = unit.needs().isEmpty() ? null : unit.needs().get(0);
        to.object(need == null ? null : need.streamId());
        to.number(need == null ? 0 : need.lastSequence());
        Answer answer = unit.answer();
        to.object(answer == null ? null : answer.actor());
        to.bytes(answer == null ? null : answer.keyTag());
        to.bytes(answer == null ? null : answer.requestTag());
        to.bytes(answer == null ? null : answer.text().getBytes(UTF_8));
        to.instant(answer == null ? null : answer.expiresAt());
        to.truth(ring);
        return isTrue(appendOne);
    }

    /** Appends a whole batch in one round trip; false when nothing was changed. */
    boolean appendAsGuessed(
            HeadState guess,
            BatchArrays batch,
            @Nullable Integer nextGeneration,
            long nodeMs,
            @Nullable Long allowedSkewMs,
            boolean ring)
            throws SQLException {
        Binder to = new Binder(appendAsGuessed);
        guessed(to, guess, nodeMs, allowedSkewMs);
        facts(to, batch);
        seals(to, batch);
        to.array("uuid", batch.endingStreams);
        to.array("int8", batch.endingSequences);
        taken(to, batch);
        to.array("int4", batch.takenUnits);
        given(to, batch);
        to.array("int4", batch.givenUnits);
        answers(to, batch);
        to.array("int4", batch.answerUnits);
        to.number(batch.destroyed);
        to.integer(nextGeneration);
        to.truth(ring);
        return isTrue(appendAsGuessed);
    }

    /** Locks the head until the transaction ends and says what stands against each unit. */
    Check lockAndCheck(BatchArrays batch, Instant moment) throws SQLException {
        Binder to = new Binder(lockAndCheck);
        facts(to, batch);
        to.array("int4", batch.factUnits);
        to.array("uuid", batch.neededStreams);
        to.array("int8", batch.neededSequences);
        to.array("int4", batch.neededUnits);
        taken(to, batch);
        to.array("int4", batch.takenUnits);
        given(to, batch);
        to.array("int4", batch.givenUnits);
        to.array("uuid", batch.answerActors);
        to.array("bytea", batch.answerKeys);
        to.array("int4", batch.answerUnits);
        to.instant(moment);
        try (ResultSet rows = lockAndCheck.executeQuery()) {
            rows.next();
            Array objected = rows.getArray(5);
            long[] flat = objected == null
                    ? new long[0]
                    : Arrays.stream((Long[][]) objected.getArray())
                            .flatMap(Arrays::stream)
                            .mapToLong(Long::longValue)
                            .toArray();
            return new Check(new HeadState(rows.getLong(1), rows.getInt(2), rows.getLong(3)), rows.getLong(4), flat);
        }
    }

    /** Writes what passed, inside the transaction that checked it. */
    void append(long expectedSize, BatchArrays batch, @Nullable Integer nextGeneration, Instant moment, boolean ring)
            throws SQLException {
        Binder to = new Binder(append);
        to.number(expectedSize);
        facts(to, batch);
        seals(to, batch);
        taken(to, batch);
        given(to, batch);
        answers(to, batch);
        to.instant(moment);
        to.number(batch.destroyed);
        to.integer(nextGeneration);
        to.truth(ring);
        append.executeQuery().close();
    }

    private static void guessed(Binder to, HeadState guess, long nodeMs, @Nullable Long allowedSkewMs)
            throws SQLException {
        to.number(guess.size());
        to.number(guess.generation());
        to.number(guess.destructions());
        to.number(nodeMs);
        to.wide(allowedSkewMs);
    }

    private static void facts(Binder to, BatchArrays batch) throws SQLException {
        to.array("uuid", batch.eventIds);
        to.array("uuid", batch.streamIds);
        to.array("int8", batch.sequences);
    }

    private static void seals(Binder to, BatchArrays batch) throws SQLException {
        to.array("bytea", batch.headers);
        to.array("bytea", batch.cts);
        to.array("bytea", batch.ctHashes);
        to.array("bytea", batch.writerTags);
    }

    private static void taken(Binder to, BatchArrays batch) throws SQLException {
        to.array("int4", batch.takenKinds);
        to.array("bytea", batch.takenTags);
        to.array("uuid", batch.takenStreams);
    }

    private static void given(Binder to, BatchArrays batch) throws SQLException {
        to.array("int4", batch.givenKinds);
        to.array("bytea", batch.givenTags);
    }

    private static void answers(Binder to, BatchArrays batch) throws SQLException {
        to.array("uuid", batch.answerActors);
        to.array("bytea", batch.answerKeys);
        to.array("bytea", batch.answerRequests);
        to.array("bytea", batch.answers);
        to.array("int8", batch.answerPositions);
        to.array("timestamptz", batch.answerExpiries);
    }

    private static boolean isTrue(PreparedStatement call) throws SQLException {
        try (ResultSet rows = call.executeQuery()) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    /** Sets one parameter after the other. */
    private final class Binder {
        private final PreparedStatement call;
        private int at;

        Binder(PreparedStatement call) {
            this.call = call;
        }

        void number(long value) throws SQLException {
            call.setLong(++at, value);
        }

        void number(int value) throws SQLException {
            call.setInt(++at, value);
        }

        void integer(@Nullable Integer value) throws SQLException {
            call.setObject(++at, value, Types.INTEGER);
        }

        void wide(@Nullable Long value) throws SQLException {
            call.setObject(++at, value, Types.BIGINT);
        }

        void bytes(byte @Nullable [] value) throws SQLException {
            call.setBytes(++at, value);
        }

        void object(@Nullable Object value) throws SQLException {
            call.setObject(++at, value, Types.OTHER);
        }

        void instant(@Nullable Instant value) throws SQLException {
            call.setObject(++at, value == null ? null : value.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
        }

        void truth(boolean value) throws SQLException {
            call.setBoolean(++at, value);
        }

        void array(String type, Object elements) throws SQLException {
            call.setArray(++at, postgres.createArrayOf(type, elements));
        }
    }
}

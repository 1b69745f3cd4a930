package org.troth.store.facts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.troth.events.confidential.TagKind;
import org.troth.events.recording.Answer;
import org.troth.events.recording.ClaimTaken;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Overtaken;
import org.troth.events.recording.RecordUnavailable;
import org.troth.events.recording.Recording;
import org.troth.events.recording.Unit;

/** Puts units on the record: seals on the caller's thread, hands over, and seals again what was overtaken by a key. */
public final class Recorder implements Recording {

    /** Nobody waits longer than this to hear that nothing can be recorded, but a little more for each of many facts. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(7);

    private static final long PATIENCE_PER_FACT_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final int MOST_ATTEMPTS = 32;

    private static final String ANSWER = """
            select request_hash, answer, position, expires_at
              from lookups.idempotency
             where actor = ? and key_tag = ? and expires_at > ?
            """;
    private static final String FORGET = "select facts.forget_answers(?)";
    private static final String FORGET_CLAIMS = "select facts.forget_claims(?, ?)";

    private final Appender appender;
    private final UnitSealer sealer;
    private final FactReader reader;
    private final DataSource source;
    private final Clock clock;

    Recorder(Appender appender, UnitSealer sealer, FactReader reader, DataSource source, Clock clock) {
        this.appender = appender;
        this.sealer = sealer;
        this.reader = reader;
        this.source = source;
        this.clock = clock;
    }

    @Override
    public long record(Unit unit, List<NewFact> facts) {
        Outcome outcome = append(
                unit,
                facts.stream()
                        .map(fact -> new NewEvent(UUID.randomUUID(), fact))
                        .toList());
        if (outcome instanceof Outcome.Recorded recorded) {
            return recorded.lastPosition();
        }
        Refusal refusal = ((Outcome.Refused) outcome).refusal();
        if (refusal instanceof Refusal.Taken taken) {
            throw new ClaimTaken(taken.kind());
        }
        throw new Overtaken();
    }

    /**
     * Appends the facts with all that the unit says, or nothing. Throws {@link RecordUnavailable} when nothing can be
     * recorded now, which says so when it is not known what became of it. Tells the unit its position.
     */
    public Outcome append(Unit unit, List<NewEvent> facts) {
        return append(unit, facts, false);
    }

    Outcome append(Unit unit, List<NewEvent> facts, boolean genesis) {
        List<Draft.Fact> drafts = new ArrayList<>(facts.size());
        SortedMap<String, String> texts = StoredMetadata.of(unit);
        for (NewEvent each : facts) {
            drafts.add(sealer.draft(texts, each.fact(), each.eventId()));
        }
        Draft draft = new Draft(unit, texts, drafts, genesis);
        long until = System.nanoTime() + PATIENCE_NANOS + drafts.size() * PATIENCE_PER_FACT_NANOS;
        for (int attempt = 0; attempt < MOST_ATTEMPTS && System.nanoTime() - until < 0; attempt++) {
            int since = reader.forgotten();
            UnitSealer.Ready ready = sealer.seal(draft, appender.head());
            Pending.Answer answer = appender.submit(ready.unit(), until);
            if (answer instanceof Pending.Answer.Durable durable) {
                sealer.durable(ready);
                if (!genesis) {
                    reader.appended(drafts, ready.unit(), durable.lastPosition(), since);
                }
                unit.recordedAt(durable.lastPosition());
                return new Outcome.Recorded(durable.lastPosition());
            }
            if (answer instanceof Pending.Answer.No no) {
                return new Outcome.Refused(no.refusal());
            }
            if (answer instanceof Pending.Answer.Failed failed) {
                throw again(failed.why());
            }
        }
        throw new RecordUnavailable();
    }

    @Override
    public Optional<Kept> answerTo(UUID actor, byte[] keyTag) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(ANSWER)) {
            statement.setObject(1, actor);
            statement.setBytes(2, keyTag);
            statement.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                Answer answer = new Answer(
                        actor,
                        keyTag,
                        rows.getBytes(1),
                        new String(rows.getBytes(2), UTF_8),
                        rows.getObject(4, OffsetDateTime.class).toInstant());
                return Optional.of(new Kept(answer, rows.getLong(3)));
            }
        } catch (SQLException e) {
            throw new RecordUnavailable(e);
        }
    }

    /** Forgets the answers whose time is over; answers how many. */
    public long forgetExpiredAnswers() {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(FORGET)) {
            statement.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new RecordUnavailable(e);
        }
    }

    /**
     * Forgets the claims of these kinds that were taken before this moment; answers how many. Only for kinds whose value is good
     * for a time: what is to stay unique could be taken anew from then on.
     */
    public long forgetClaims(Set<TagKind> kinds, Instant before) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(FORGET_CLAIMS)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "int2", kinds.stream().map(TagKind::code).toArray()));
            statement.setObject(2, before.atOffset(ZoneOffset.UTC));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new RecordUnavailable(e);
        }
    }

    /** One failure answers many callers: each gets a throwable of its own. */
    private static RuntimeException again(RuntimeException why) {
        Throwable cause = why.getCause();
        if (why instanceof RecordUnavailable unavailable && unavailable.mayBeRecorded()) {
            return RecordUnavailable.unanswered();
        }
        if (why instanceof RecordUnavailable) {
            return cause == null ? new RecordUnavailable() : new RecordUnavailable(cause);
        }
        return new IllegalStateException(why.getMessage(), why);
    }
}

package org.troth.command.record;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.troth.events.Fact;
import org.troth.events.confidential.Tags;
import org.troth.events.recording.Answer;
import org.troth.events.recording.Claim;
import org.troth.events.recording.ClaimTaken;
import org.troth.events.recording.Metadata;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Overtaken;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordUnavailable;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Recording;
import org.troth.events.recording.Streams;
import org.troth.events.recording.Unit;

/** The whole record in a list: sequences, claims, preconditions and answers are checked as the store checks them. */
public final class MemoryRecord implements Recording, Streams {

    private final Clock clock;
    private final List<RecordedFact> facts = new ArrayList<>();
    private final Map<Claim, String> claims = new HashMap<>();
    private final Map<String, Kept> answers = new HashMap<>();
    private int units;
    private int questions;
    private boolean unavailable;
    private boolean readOnly;
    private final List<Runnable> meanwhile = new ArrayList<>();

    public MemoryRecord(Clock clock) {
        this.clock = clock;
    }

    /** Tags for tests: the value itself, by kind. */
    public static Tags plainTags() {
        return (kind, value) -> (kind + ":" + value).getBytes(StandardCharsets.UTF_8);
    }

    /** From now on nothing can be read or written, or it can again. */
    public void unavailable(boolean now) {
        unavailable = now;
    }

    /** From now on nothing can be written, though it can be read; or it can again. */
    public void readOnly(boolean now) {
        readOnly = now;
    }

    /** What happens once, after everything was asked and before the next unit is recorded. */
    public void meanwhile(Runnable happens) {
        meanwhile.add(happens);
    }

    /** Every fact so far. */
    public synchronized List<RecordedFact> facts() {
        return List.copyOf(facts);
    }

    /** Every fact of one kind so far. */
    public synchronized <F extends Fact> List<F> facts(Class<F> kind) {
        return facts.stream()
                .map(RecordedFact::fact)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** How many units were recorded, with or without facts. */
    public synchronized int units() {
        return units;
    }

    /** How many times the record was asked for a stream or for the holder of a claim. */
    public synchronized int questions() {
        return questions;
    }

    /** Who holds this claim. */
    public synchronized Optional<String> holder(Claim claim) {
        return Optional.ofNullable(claims.get(claim));
    }

    @Override
    public synchronized long record(Unit unit, List<NewFact> added) {
        check();
        if (readOnly) {
            throw new RecordUnavailable();
        }
        List<Runnable> now = List.copyOf(meanwhile);
        meanwhile.clear();
        now.forEach(Runnable::run);
        Map<String, Long> last = new HashMap<>();
        for (NewFact fact : added) {
            long expected = last.computeIfAbsent(fact.aggregateId(), this::last) + 1;
            if (fact.sequence() != expected) {
                throw new Overtaken();
            }
            last.put(fact.aggregateId(), expected);
        }
        for (Precondition precondition : unit.preconditions()) {
            if (last(precondition.aggregateId()) != precondition.lastSequence()) {
                throw new Overtaken();
            }
        }
        for (Claim claim : unit.taken()) {
            String holder = claims.get(claim);
            if (holder != null
                    && !holder.equals(taker(unit, claim, added))
                    && !unit.released().contains(claim)) {
                throw new ClaimTaken(claim.kind());
            }
        }
        Answer answer = unit.answer();
        if (answer != null && answers.containsKey(name(answer.actor(), answer.keyTag()))) {
            throw new Overtaken();
        }
        unit.released().forEach(claims::remove);
        unit.taken().forEach(claim -> claims.put(claim, taker(unit, claim, added)));
        for (NewFact fact : added) {
            facts.add(new RecordedFact(
                    facts.size(),
                    UUID.randomUUID(),
                    fact.aggregateType(),
                    fact.aggregateId(),
                    fact.sequence(),
                    clock.instant(),
                    fact.fact(),
                    metadata(unit)));
        }
        long position = facts.size() - 1L;
        if (answer != null) {
            answers.put(name(answer.actor(), answer.keyTag()), new Kept(answer, position));
        }
        units++;
        unit.recordedAt(position);
        return position;
    }

    private static String taker(Unit unit, Claim claim, List<NewFact> added) {
        String holder = unit.holderOf(claim);
        return holder == null ? added.get(0).aggregateId() : holder;
    }

    private static Map<String, String> metadata(Unit unit) {
        Map<String, String> metadata = new HashMap<>();
        metadata.put(Metadata.ACTOR, unit.actor().account().toString());
        metadata.put(
                Metadata.ROLES,
                unit.actor().roles().stream().map(Enum::name).sorted().collect(Collectors.joining(",")));
        metadata.put(Metadata.REQUEST, unit.request().toString());
        UUID cause = unit.cause();
        if (cause != null) {
            metadata.put(Metadata.CAUSE, cause.toString());
        }
        return metadata;
    }

    @Override
    public synchronized Optional<Kept> answerTo(UUID actor, byte[] keyTag) {
        check();
        return Optional.ofNullable(answers.get(name(actor, keyTag)))
                .filter(kept -> clock.instant().isBefore(kept.answer().expiresAt()));
    }

    @Override
    public synchronized List<RecordedFact> read(String aggregateId, long fromSequence) {
        check();
        questions++;
        return factsOf(aggregateId, fromSequence);
    }

    private List<RecordedFact> factsOf(String aggregateId, long fromSequence) {
        return facts.stream()
                .filter(fact -> fact.aggregateId().equals(aggregateId) && fact.sequence() >= fromSequence)
                .toList();
    }

    @Override
    public synchronized long lastSequence(String aggregateId) {
        check();
        return last(aggregateId);
    }

    @Override
    public synchronized List<RecordedFact> readHolder(Claim claim) {
        check();
        questions++;
        String holder = claims.get(claim);
        return holder == null ? List.of() : factsOf(holder, 0);
    }

    private long last(String aggregateId) {
        return facts.stream()
                        .filter(fact -> fact.aggregateId().equals(aggregateId))
                        .count()
                - 1;
    }

    private void check() {
        if (unavailable) {
            throw new RecordUnavailable();
        }
    }

    private static String name(UUID actor, byte[] keyTag) {
        return actor + " " + new String(keyTag, StandardCharsets.UTF_8);
    }
}

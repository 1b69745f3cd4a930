package org.troth.store.facts;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.events.recording.Answer;
import org.troth.events.recording.Claim;

/**
 * Units that are appended together. No unit of a batch depends on another one of it, so each one's verdict is what it
 * would be alone; a unit that does waits for the next batch.
 */
final class Batch {

    /** The most units of one transaction. */
    static final int MOST_UNITS = 256;

    /** The most facts, after which no further unit is taken in. */
    private static final int MOST_FACTS = 4_096;

    private record Key(UUID actor, ByteBuffer tag) {}

    final List<Pending> units = new ArrayList<>();
    private final Set<UUID> appended = new HashSet<>();
    private final Set<UUID> needed = new HashSet<>();
    private final Set<Claim> claims = new HashSet<>();
    private final Set<Key> answers = new HashSet<>();
    private int facts;
    private boolean alone;

    boolean isFull() {
        return units.size() >= MOST_UNITS || facts >= MOST_FACTS || alone;
    }

    int facts() {
        return facts;
    }

    List<SealedUnit> sealed() {
        return units.stream().map(each -> each.unit).toList();
    }

    List<Pending> unanswered() {
        return units.stream().filter(each -> !each.isAnswered()).toList();
    }

    /** Answers those who have no answer yet. */
    void fail(RuntimeException why) {
        units.forEach(each -> each.answer(new Pending.Answer.Failed(why)));
    }

    /** Takes the unit in unless it depends on one that is here already. */
    boolean admits(Pending pending) {
        SealedUnit unit = pending.unit;
        boolean movesCounters = unit.nextGeneration() != null || unit.destroyed() > 0;
        if (!units.isEmpty() && (movesCounters || depends(unit))) {
            return false;
        }
        units.add(pending);
        facts += unit.facts().size();
        alone = movesCounters;
        unit.facts().forEach(item -> appended.add(item.streamId()));
        unit.needs().forEach(need -> needed.add(need.streamId()));
        unit.taken().forEach(each -> claims.add(each.claim()));
        claims.addAll(unit.released());
        Key key = key(unit);
        if (key != null) {
            answers.add(key);
        }
        return true;
    }

    private boolean depends(SealedUnit unit) {
        for (SealedUnit.Item item : unit.facts()) {
            if (appended.contains(item.streamId()) || needed.contains(item.streamId())) {
                return true;
            }
        }
        for (SealedUnit.Need need : unit.needs()) {
            if (appended.contains(need.streamId())) {
                return true;
            }
        }
        for (SealedUnit.Taking each : unit.taken()) {
            if (claims.contains(each.claim())) {
                return true;
            }
        }
        for (Claim claim : unit.released()) {
            if (claims.contains(claim)) {
                return true;
            }
        }
        Key key = key(unit);
        return key != null && answers.contains(key);
    }

    private static @Nullable Key key(SealedUnit unit) {
        Answer answer = unit.answer();
        return answer == null ? null : new Key(answer.actor(), ByteBuffer.wrap(answer.keyTag()));
    }
}

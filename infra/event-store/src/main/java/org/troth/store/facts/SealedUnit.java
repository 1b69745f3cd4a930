package org.troth.store.facts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.events.recording.Answer;
import org.troth.events.recording.Claim;
import org.troth.ledger.SealedFact;

/**
 * A unit as it is handed to the appender: sealed, and valid only under what it was sealed under.
 *
 * @param births how many of the facts, counted from the first, are births of keys
 * @param destroyed how many facts of destroyed keys it has
 * @param nextGeneration the generation that a fact of a rotated system key begins
 * @param sealedNanos {@link System#nanoTime} when it was sealed
 * @param isAwaited whether anybody may wait for what readers make of it; for looks at people nobody does
 */
record SealedUnit(
        List<Item> facts,
        int births,
        List<Need> needs,
        List<Taking> taken,
        List<Claim> released,
        @Nullable Answer answer,
        int destroyed,
        @Nullable Integer nextGeneration,
        int generation,
        long destructions,
        Instant recordedAt,
        long sealedNanos,
        boolean isAwaited) {

    /** One sealed fact and what its header says, so that nobody needs to read it again. */
    record Item(UUID eventId, UUID streamId, long sequence, SealedFact sealed) {}

    /** A claim and the stream that is to hold it. */
    record Taking(Claim claim, UUID streamId) {}

    /** A stream that must end here. */
    record Need(UUID streamId, long lastSequence) {}

    /** Whether it is of the commonest kind: one fact, no claim, at most one precondition. */
    boolean isPlain() {
        return facts.size() == 1
                && needs.size() <= 1
                && taken.isEmpty()
                && released.isEmpty()
                && destroyed == 0
                && nextGeneration == null;
    }

    @Override
    public String toString() {
        return "SealedUnit";
    }
}

package org.troth.command.merging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.troth.events.ParticipantId;
import org.troth.events.merging.MergingEvent;
import org.troth.events.merging.MergingEvent.MergeProposed;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Streams;
import org.troth.events.recording.Unit;

/** Two records, and what the streams of both say about them now. */
record Two(ParticipantId kept, ParticipantId merged, MergingHistory keptHistory, MergingHistory mergedHistory) {

    static Two of(ParticipantId kept, ParticipantId merged, Streams streams) {
        return new Two(kept, merged, MergingHistory.of(kept, streams), MergingHistory.of(merged, streams));
    }

    /** Whether the one leads to the other now. */
    boolean areOne() {
        return kept.equals(mergedHistory.into());
    }

    /** What waits for somebody else about these two, in this order; absent where nothing does. */
    @Nullable
    MergeProposed proposed() {
        MergeProposed proposed = mergedHistory.proposed();
        return proposed != null
                        && proposed.kept().equals(kept)
                        && proposed.merged().equals(merged)
                ? proposed
                : null;
    }

    /** Whether something waits about one of them and another record, or about the two the other way round. */
    boolean waitForAnother() {
        return proposed() == null && (keptHistory.proposed() != null || mergedHistory.proposed() != null);
    }

    /** A record leads to one other at most, and none leads to a record that leads on. */
    boolean canBeJoined() {
        return keptHistory.into() == null && mergedHistory.into() == null && !mergedHistory.isKept();
    }

    /** The account of whoever thought first that they are one. */
    @Nullable
    String proposer() {
        return mergedHistory.proposer();
    }

    /** The same fact as the next one in both streams. */
    List<NewFact> told(Function<ParticipantId, MergingEvent> fact) {
        return List.of(keptHistory.next(fact.apply(kept)), mergedHistory.next(fact.apply(merged)));
    }

    /** Refuses the unit when anything was added to one of the two in between. */
    Unit provided(Unit unit) {
        return unit.provided(keptHistory.precondition()).provided(mergedHistory.precondition());
    }
}

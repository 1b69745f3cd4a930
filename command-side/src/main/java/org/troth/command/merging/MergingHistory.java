package org.troth.command.merging;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.troth.events.Fact;
import org.troth.events.ParticipantId;
import org.troth.events.merging.MergingEvent;
import org.troth.events.merging.MergingEvent.MergeDropped;
import org.troth.events.merging.MergingEvent.MergeProposed;
import org.troth.events.merging.MergingEvent.MergeUndone;
import org.troth.events.merging.MergingEvent.PersonsMerged;
import org.troth.events.recording.Metadata;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;

/** What one participant's stream of merging says now. */
final class MergingHistory {

    private static final String TYPE = MergingEvent.STREAM;

    private final ParticipantId participant;
    private final long last;
    private final Set<ParticipantId> others = new HashSet<>();
    private @Nullable ParticipantId into;
    private @Nullable MergeProposed proposed;
    private @Nullable String proposer;

    private MergingHistory(ParticipantId participant, List<RecordedFact> facts) {
        this.participant = participant;
        this.last = facts.size() - 1L;
        facts.forEach(each -> add(each.fact(), each.metadata().get(Metadata.ACTOR)));
    }

    static MergingHistory of(ParticipantId participant, Streams streams) {
        return new MergingHistory(participant, streams.read(MergingEvent.stream(participant), 0));
    }

    private void add(Fact fact, @Nullable String actor) {
        if (fact instanceof MergeProposed now) {
            proposed = now;
            proposer = actor;
        } else if (fact instanceof MergeDropped) {
            nothingProposed();
        } else if (fact instanceof PersonsMerged merged) {
            nothingProposed();
            if (participant.equals(merged.merged())) {
                into = merged.kept();
            } else {
                others.add(merged.merged());
            }
        } else if (fact instanceof MergeUndone undone) {
            if (participant.equals(undone.merged())) {
                into = null;
            } else {
                others.remove(undone.merged());
            }
        }
    }

    private void nothingProposed() {
        proposed = null;
        proposer = null;
    }

    /** The record that this one leads to; absent where it stands for itself. */
    @Nullable
    ParticipantId into() {
        return into;
    }

    /** Whether other records lead to this one. */
    boolean isKept() {
        return !others.isEmpty();
    }

    /** What is thought of this record and waits for somebody else; absent where nothing is. */
    @Nullable
    MergeProposed proposed() {
        return proposed;
    }

    /** The account of whoever thought so first. */
    @Nullable
    String proposer() {
        return proposer;
    }

    /** That nothing was added since it was read. */
    Precondition precondition() {
        return new Precondition(MergingEvent.stream(participant), last);
    }

    /** This fact as the next one. */
    NewFact next(MergingEvent fact) {
        return new NewFact(TYPE, MergingEvent.stream(participant), last + 1, fact);
    }
}

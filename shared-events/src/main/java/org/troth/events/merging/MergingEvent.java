package org.troth.events.merging;

import org.troth.events.Fact;
import org.troth.events.Law;
import org.troth.events.ParticipantId;
import org.troth.events.Recorded;

/**
 * That two records of participants are of one person. Nothing of either record is moved, and both identifiers stay. Each of the
 * two has a stream of it, named {@code merging/<participant>}; whatever happens is recorded in both, together.
 */
public sealed interface MergingEvent extends Fact {

    /** Under which kind of stream these stand on the record. */
    String STREAM = "Merging";

    /** Whose stream this stands in: one of the two. */
    ParticipantId participant();

    /** The record that is followed from then on. */
    ParticipantId kept();

    /** The record that leads to it. */
    ParticipantId merged();

    /**
     * Somebody thinks that the two are one person. Until somebody else thinks so too, nothing changes.
     *
     * @param ground why, a code
     */
    @Recorded(as = "merge-proposed", revision = 1)
    record MergeProposed(ParticipantId participant, ParticipantId kept, ParticipantId merged, String ground, Law law)
            implements MergingEvent {}

    /** The two are not taken for one person: somebody else did not think so, or whoever did has thought again. */
    @Recorded(as = "merge-dropped", revision = 1)
    record MergeDropped(ParticipantId participant, ParticipantId kept, ParticipantId merged, Law law)
            implements MergingEvent {}

    /**
     * From here on the two are one person.
     *
     * @param ground why, a code
     */
    @Recorded(as = "persons-merged", revision = 1)
    record PersonsMerged(ParticipantId participant, ParticipantId kept, ParticipantId merged, String ground, Law law)
            implements MergingEvent {}

    /** They were two people after all: from here on each record stands for itself again, as it did before. */
    @Recorded(as = "merge-undone", revision = 1)
    record MergeUndone(ParticipantId participant, ParticipantId kept, ParticipantId merged, Law law)
            implements MergingEvent {}

    /** The name of a participant's stream. */
    static String stream(ParticipantId participant) {
        return "merging/" + participant;
    }
}

package org.troth.events.boundary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.events.BoundaryId;
import org.troth.events.Fact;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.Recorded;
import org.troth.events.Side;
import org.troth.events.VolunteerId;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Under;
import org.troth.events.confidential.Words;

/** What both sides of a match keep to, and every No. Nothing here is an incident, a failing or a missed contact. */
public sealed interface BoundaryEvent extends Fact {

    BoundaryId boundary();

    MatchId match();

    /**
     * One side set a boundary; it holds for both at once.
     *
     * @param author the person who set it, under whose key the words are
     */
    @Recorded(as = "boundary-set", revision = 1)
    record BoundarySet(
            BoundaryId boundary,
            MatchId match,
            ParticipantId participant,
            VolunteerId volunteer,
            Side by,
            UUID author,
            Topic topic,

            @Nullable @Under(value = Words.BOUNDARY_WORDS, owner = "author")
            Sealed words)
            implements BoundaryEvent {}

    /** Its author changed it. */
    @Recorded(as = "boundary-changed", revision = 1)
    record BoundaryChanged(
            BoundaryId boundary,
            MatchId match,
            Side by,
            UUID author,
            Topic topic,

            @Nullable @Under(value = Words.BOUNDARY_WORDS, owner = "author")
            Sealed words)
            implements BoundaryEvent {}

    /** One side, its author or the other, said No to a request about this; at once, with no reason and no words. */
    @Recorded(as = "boundary-declined", revision = 1)
    record BoundaryDeclined(BoundaryId boundary, MatchId match, Side by) implements BoundaryEvent {}

    /** Its author took it away. */
    @Recorded(as = "boundary-lifted", revision = 1)
    record BoundaryLifted(BoundaryId boundary, MatchId match, Side by) implements BoundaryEvent {}

    /** What a boundary is about. */
    enum Topic {
        HOURS,
        CHANNEL,
        PLACE,
        SUBJECT,
        STORY,
        OTHER
    }
}

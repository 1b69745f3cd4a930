package org.troth.events.matching;

import java.time.LocalDate;
import java.util.List;
import org.troth.events.Fact;
import org.troth.events.Law;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.Recorded;
import org.troth.events.Side;
import org.troth.events.VolunteerId;

/** How two people came together and parted. One stream from the request on; at most one open request to a participant. */
public sealed interface MatchingEvent extends Fact {

    MatchId match();

    ParticipantId participant();

    /** The participant asked for somebody to walk beside them. */
    @Recorded(as = "match-requested", revision = 1)
    record MatchRequested(MatchId match, ParticipantId participant) implements MatchingEvent {}

    /**
     * A volunteer was proposed to both.
     *
     * @param reasons why these two, as codes (same matter, same language, room)
     */
    @Recorded(as = "match-proposed", revision = 1)
    record MatchProposed(MatchId match, ParticipantId participant, VolunteerId volunteer, List<String> reasons, Law law)
            implements MatchingEvent {

        public MatchProposed {
            reasons = List.copyOf(reasons);
        }
    }

    /** One side accepted the proposal. */
    @Recorded(as = "match-accepted", revision = 1)
    record MatchAccepted(MatchId match, ParticipantId participant, VolunteerId volunteer, Side by)
            implements MatchingEvent {}

    /** One side said no to the proposal, without a reason; another may be proposed. */
    @Recorded(as = "match-declined", revision = 1)
    record MatchDeclined(MatchId match, ParticipantId participant, VolunteerId volunteer, Side by)
            implements MatchingEvent {}

    /** The proposal is none any more: the two are not suitable for each other. Nobody said no, and another may be proposed. */
    @Recorded(as = "proposal-taken-back", revision = 1)
    record ProposalTakenBack(MatchId match, ParticipantId participant, VolunteerId volunteer, Law law)
            implements MatchingEvent {}

    /** Both accepted: from here on they may know each other's names. */
    @Recorded(as = "match-started", revision = 1)
    record MatchStarted(MatchId match, ParticipantId participant, VolunteerId volunteer, Law law)
            implements MatchingEvent {}

    /**
     * One side no longer minds being proposed to the other again, after a No or a change that they wished. What the other side
     * wishes is not touched by it.
     *
     * @param by whose wish it was, who took it back themselves
     */
    @Recorded(as = "wish-apart-taken-back", revision = 1)
    record WishApartTakenBack(MatchId match, ParticipantId participant, VolunteerId volunteer, Side by, Law law)
            implements MatchingEvent {}

    /**
     * One side asked for somebody else: a right, with no reason and no refusal.
     *
     * @param dueBy the day by which the change must be arranged
     */
    @Recorded(as = "change-asked", revision = 1)
    record ChangeAsked(
            MatchId match, ParticipantId participant, VolunteerId volunteer, Side by, LocalDate dueBy, Law law)
            implements MatchingEvent {}

    /**
     * One side said No to something that the other asked of them, whatever it was: at once, with no reason, no words and no
     * count. What was asked for is void.
     */
    @Recorded(as = "request-declined", revision = 1)
    record RequestDeclined(MatchId match, ParticipantId participant, VolunteerId volunteer, Side by, Law law)
            implements MatchingEvent {}

    /**
     * One side asked for somebody else past the coordinator: the same right, for the second contact to arrange. Nobody who
     * runs the programme day by day is told of it, and nothing that they see changes by it.
     *
     * @param dueBy the day by which the change must be arranged
     */
    @Recorded(as = "second-contact-asked", revision = 1)
    record SecondContactAsked(
            MatchId match, ParticipantId participant, VolunteerId volunteer, Side by, LocalDate dueBy, Law law)
            implements MatchingEvent {}

    /**
     * The day by which a change had to be arranged has passed, and the match goes on: from here on it is the second
     * contact's to arrange, too.
     *
     * @param dueBy the day that has passed
     */
    @Recorded(as = "change-overdue", revision = 1)
    record ChangeOverdue(MatchId match, ParticipantId participant, VolunteerId volunteer, LocalDate dueBy, Law law)
            implements MatchingEvent {}

    /** The match is over; the reason is a code and never says whose wish it was. */
    @Recorded(as = "match-ended", revision = 1)
    record MatchEnded(MatchId match, ParticipantId participant, VolunteerId volunteer, EndReason reason)
            implements MatchingEvent {}

    /** The participant no longer looks for somebody. */
    @Recorded(as = "match-request-closed", revision = 1)
    record MatchRequestClosed(MatchId match, ParticipantId participant) implements MatchingEvent {}

    /** Why a match ended. */
    enum EndReason {
        SUPPORT_COMPLETE,
        CHANGE_ARRANGED,
        VOLUNTEER_LEFT,
        PARTICIPANT_LEFT,
        /** The participant's support ended, for whatever reason and by whomever; noted by the product itself. */
        SUPPORT_ENDED
    }
}

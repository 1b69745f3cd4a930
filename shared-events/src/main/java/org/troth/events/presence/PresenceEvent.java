package org.troth.events.presence;

import java.time.LocalDate;
import org.troth.events.Fact;
import org.troth.events.Law;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.PresenceId;
import org.troth.events.Recorded;
import org.troth.events.VolunteerId;

/**
 * Whether somebody else may come to one meeting. Silence is not a yes, no reason is asked for or kept, and nothing here names
 * who would come.
 */
public sealed interface PresenceEvent extends Fact {

    PresenceId presence();

    MatchId match();

    ParticipantId participant();

    /**
     * It was asked whether somebody else may come.
     *
     * @param day of the meeting
     */
    @Recorded(as = "presence-asked", revision = 1)
    record PresenceAsked(
            PresenceId presence,
            MatchId match,
            ParticipantId participant,
            VolunteerId volunteer,
            Guest guest,
            LocalDate day,
            Asker by,
            Law law)
            implements PresenceEvent {}

    /** The participant said yes, themselves. */
    @Recorded(as = "presence-agreed", revision = 1)
    record PresenceAgreed(PresenceId presence, MatchId match, ParticipantId participant, Law law)
            implements PresenceEvent {}

    /** Nobody else comes: one of the two said no or took a yes back, or it was called off. It is not told which. */
    @Recorded(as = "presence-declined", revision = 1)
    record PresenceDeclined(PresenceId presence, MatchId match, ParticipantId participant) implements PresenceEvent {}

    /** Who asked. */
    enum Asker {
        PARTICIPANT,
        VOLUNTEER,
        COORDINATOR
    }
}

package org.troth.events.participant;

import org.troth.events.ParticipantId;
import org.troth.events.recording.Precondition;

/** The strong question "is this person enrolled, and supported now?", answered from their stream and never from a view. */
public interface Enrolment {

    /** Not enrolled for an unknown person too. */
    Standing of(ParticipantId participant);

    /**
     * The answer, which holds as long as the precondition does.
     *
     * @param enrolled whether they ever were; support that ended takes nobody's enrolment back
     * @param supported whether they are and their support has not ended
     */
    record Standing(boolean enrolled, boolean supported, Precondition precondition) {}
}

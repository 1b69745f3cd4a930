package org.troth.events.participant;

import org.troth.events.ParticipantId;
import org.troth.events.recording.Precondition;

/** The strong question "is this person enrolled?", answered from their stream and never from a view. */
public interface Enrolment {

    /** Not enrolled for an unknown person too. */
    Standing of(ParticipantId participant);

    /** The answer, which holds as long as the precondition does. */
    record Standing(boolean enrolled, Precondition precondition) {}
}

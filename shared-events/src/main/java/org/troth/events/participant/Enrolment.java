package org.troth.events.participant;

import java.util.List;
import org.troth.events.ParticipantId;
import org.troth.events.participant.ParticipantEvent.CaseClosed;
import org.troth.events.participant.ParticipantEvent.CaseReopened;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;

/** The strong question "is this person enrolled, and supported now?", answered from their stream and never from a view. */
public interface Enrolment {

    /** Not enrolled for an unknown person too. */
    Standing of(ParticipantId participant);

    /** Whether support had begun and has ended, by the facts of one person's stream in their order. */
    static boolean hasEnded(List<RecordedFact> participant) {
        boolean ended = false;
        for (RecordedFact each : participant) {
            if (each.fact() instanceof CaseClosed) {
                ended = true;
            } else if (each.fact() instanceof CaseReopened) {
                ended = false;
            }
        }
        return ended;
    }

    /**
     * The answer, which holds as long as the precondition does.
     *
     * @param enrolled whether they ever were; support that ended takes nobody's enrolment back
     * @param supported whether they are and their support has not ended
     */
    record Standing(boolean enrolled, boolean supported, Precondition precondition) {}
}

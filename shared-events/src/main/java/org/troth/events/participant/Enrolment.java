package org.troth.events.participant;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
     * When support first ended after this position, by the facts of one person's stream in their order; whether it has begun again
     * makes no difference. What was asked for before is for nobody else from then on.
     */
    static Optional<Instant> endedAfter(long position, List<RecordedFact> participant) {
        return participant.stream()
                .filter(each -> each.fact() instanceof CaseClosed && each.position() > position)
                .map(RecordedFact::recordedAt)
                .findFirst();
    }

    /**
     * The answer, which holds as long as the precondition does.
     *
     * @param enrolled whether they ever were; support that ended takes nobody's enrolment back
     * @param supported whether they are and their support has not ended
     */
    record Standing(boolean enrolled, boolean supported, Precondition precondition) {}
}

package org.troth.command.participant;

import java.util.List;
import org.springframework.stereotype.Component;
import org.troth.events.ParticipantId;
import org.troth.events.participant.Enrolment;
import org.troth.events.participant.ParticipantEvent.ParticipantEnrolled;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;

/** Answers from the participant's stream whether they are enrolled and supported now. */
@Component
class RecordedEnrolment implements Enrolment {

    private final Streams streams;

    RecordedEnrolment(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Standing of(ParticipantId participant) {
        List<RecordedFact> facts = streams.read(participant.toString(), 0);
        boolean enrolled = facts.stream().anyMatch(each -> each.fact() instanceof ParticipantEnrolled);
        return new Standing(
                enrolled,
                enrolled && !Enrolment.hasEnded(facts),
                new Precondition(participant.toString(), facts.size() - 1L));
    }
}

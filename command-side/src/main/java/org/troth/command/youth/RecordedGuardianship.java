package org.troth.command.youth;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.troth.events.ConsentId;
import org.troth.events.ParticipantId;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;
import org.troth.events.youth.Guardianship;
import org.troth.events.youth.YouthEvent;
import org.troth.events.youth.YouthEvent.GuardianAgreed;
import org.troth.events.youth.YouthEvent.GuardianObjected;

/** Answers from a young person's stream whether they are of age, and who says yes beside them. */
@Component
class RecordedGuardianship implements Guardianship {

    private final Streams streams;

    RecordedGuardianship(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Standing of(ParticipantId participant) {
        return YouthHistory.of(participant, streams).standing();
    }

    @Override
    public Standing then(ParticipantId participant, Instant at) {
        return YouthHistory.then(participant, at, streams).standing();
    }

    @Override
    public List<RecordedFact> saidTo(ConsentId consent, ParticipantId participant) {
        return streams.read(YouthEvent.stream(participant), 0).stream()
                .filter(each -> (each.fact() instanceof GuardianAgreed agreed
                                && agreed.consent().equals(consent))
                        || (each.fact() instanceof GuardianObjected objected
                                && objected.consent().equals(consent)))
                .toList();
    }
}

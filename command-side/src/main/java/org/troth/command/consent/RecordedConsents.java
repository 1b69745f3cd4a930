package org.troth.command.consent;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.troth.events.ConsentId;
import org.troth.events.ParticipantId;
import org.troth.events.confidential.DataClass;
import org.troth.events.consent.ConsentEvent.ConsentAsked;
import org.troth.events.consent.ConsentInForce;
import org.troth.events.consent.Purpose;
import org.troth.events.consent.Recipient;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;

/** Answers from a consent's stream whether it covers an act. */
@Component
class RecordedConsents implements ConsentInForce {

    private final Streams streams;

    RecordedConsents(Streams streams) {
        this.streams = streams;
    }

    List<RecordedFact> facts(ConsentId consent) {
        return streams.read(consent.toString(), 0);
    }

    ConsentHistory history(ConsentId consent) {
        return ConsentHistory.of(facts(consent));
    }

    @Override
    public Answer covers(
            ConsentId consent,
            ParticipantId participant,
            Purpose purpose,
            Recipient recipient,
            Set<DataClass> classes,
            LocalDate day) {
        List<RecordedFact> facts = facts(consent);
        return new Answer(
                consent,
                ConsentHistory.of(facts).whyNot(participant, purpose, recipient, classes, day),
                new Precondition(consent.toString(), facts.size() - 1L));
    }

    @Override
    public Set<DataClass> classesOf(ConsentId consent) {
        ConsentAsked asked = history(consent).asked();
        return asked == null ? Set.of() : asked.classes();
    }
}

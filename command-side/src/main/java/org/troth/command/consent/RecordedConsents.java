package org.troth.command.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
import org.troth.events.youth.Guardianship;

/** Answers from a consent's stream whether it covers an act. */
@Component
class RecordedConsents implements ConsentInForce {

    private final Streams streams;
    private final Guardianship guardianship;
    private final Clock clock;

    RecordedConsents(Streams streams, Guardianship guardianship, Clock clock) {
        this.streams = streams;
        this.guardianship = guardianship;
        this.clock = clock;
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
        ConsentHistory history = ConsentHistory.of(facts);
        Guardianship.Standing standing = guardianship.of(participant);
        String whyNot = history.whyNot(participant, purpose, recipient, classes, day);
        return new Answer(
                consent,
                whyNot == null ? YoungConsent.whyNot(consent, history, standing, day, clock) : whyNot,
                new Precondition(consent.toString(), facts.size() - 1L),
                standing.preconditions());
    }

    /** Whether the person is of age today, and who says yes beside them. */
    Guardianship.Standing standing(ParticipantId participant) {
        return guardianship.of(participant);
    }

    boolean isMinor(Guardianship.Standing standing) {
        return standing.isMinor(LocalDate.now(clock));
    }

    /** What a guardian's word is wanted for, or why what they agreed to is not in force; absent where nothing is amiss. */
    @Nullable
    String beside(ConsentId consent, ConsentHistory history) {
        ConsentAsked asked = history.asked();
        return asked == null || history.state() != ConsentHistory.State.GIVEN
                ? null
                : YoungConsent.whyNot(
                        consent, history, guardianship.of(asked.participant()), LocalDate.now(clock), clock);
    }

    /** Whether nothing beside the person's own yes was amiss at a moment, as the record stood then. */
    boolean stoodBeside(ConsentId consent, ConsentHistory then, Instant at) {
        ConsentAsked asked = then.asked();
        return asked == null
                || YoungConsent.whyNot(
                                consent,
                                then,
                                guardianship.then(asked.participant(), at),
                                LocalDate.ofInstant(at, clock.getZone()),
                                clock)
                        == null;
    }

    boolean decidesAlone(ConsentAsked question) {
        return YoungConsent.isTheirsAlone(question, guardianship.of(question.participant()));
    }

    /** Whether no guardian is asked for them, and this is not for their help. */
    boolean waitsForAge(ConsentAsked question) {
        Guardianship.Standing standing = guardianship.of(question.participant());
        return standing.alone() && !YoungConsent.isTheirsAlone(question, standing);
    }

    /** What guardians said to it, in its order. */
    List<RecordedFact> guardiansOn(ConsentId consent, ParticipantId participant) {
        return guardianship.saidTo(consent, participant);
    }

    @Override
    public Set<DataClass> classesOf(ConsentId consent) {
        ConsentAsked asked = history(consent).asked();
        return asked == null ? Set.of() : asked.classes();
    }
}

package org.troth.command.consent;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.events.ConsentId;
import org.troth.events.ParticipantId;
import org.troth.events.consent.ConsentEvent.ConsentAsked;
import org.troth.events.consent.ConsentEvent.ConsentDeclined;
import org.troth.events.consent.ConsentEvent.ConsentGiven;
import org.troth.events.consent.ConsentEvent.ConsentWithdrawn;
import org.troth.events.consent.LastWord;
import org.troth.events.consent.Purpose;
import org.troth.events.merging.SamePerson;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;
import org.troth.events.youth.Guardianship;

/** Answers from the streams of everything that a person was asked, under whichever of their records, what they said last. */
@Component
class RecordedWords implements LastWord {

    /** What was said to one question in the end. */
    private record Word(long position, Said said) {}

    private final AskedConsents asked;
    private final Streams streams;
    private final Guardianship guardianship;
    private final Clock clock;

    RecordedWords(AskedConsents asked, Streams streams, Guardianship guardianship, Clock clock) {
        this.asked = asked;
        this.streams = streams;
        this.guardianship = guardianship;
        this.clock = clock;
    }

    @Override
    public Answer of(ParticipantId participant, Purpose purpose) {
        SamePerson person = SamePerson.of(participant, streams);
        Guardianship.Standing standing = guardianship.of(participant);
        List<Precondition> preconditions = new ArrayList<>(person.preconditions());
        preconditions.addAll(standing.preconditions());
        Word last = null;
        boolean inForce = false;
        for (ParticipantId each : person.all()) {
            for (List<RecordedFact> facts : asked.of(each, purpose)) {
                String stream = facts.get(0).aggregateId();
                preconditions.add(new Precondition(stream, facts.size() - 1L));
                Word word = word(ConsentId.of(stream), facts, standing);
                if (word != null) {
                    inForce |= word.said() == Said.YES;
                    last = last == null || word.position() > last.position() ? word : last;
                }
            }
        }
        Said said = last == null ? Said.NOTHING : last.said();
        return new Answer(said, inForce && said != Said.YES, preconditions);
    }

    /** That a yes has ended by its date is noted later; as a word it stands where the yes stands, and so behind whatever came since. */
    private @Nullable Word word(ConsentId id, List<RecordedFact> facts, Guardianship.Standing standing) {
        RecordedFact spoken = facts.stream()
                .filter(each -> each.fact() instanceof ConsentGiven
                        || each.fact() instanceof ConsentDeclined
                        || each.fact() instanceof ConsentWithdrawn)
                .reduce((earlier, later) -> later)
                .orElse(null);
        if (spoken == null) {
            return null;
        }
        if (spoken.fact() instanceof ConsentWithdrawn) {
            return new Word(spoken.position(), Said.TAKEN_BACK);
        }
        if (spoken.fact() instanceof ConsentDeclined) {
            return new Word(spoken.position(), Said.NO);
        }
        Said said = yes(id, ConsentHistory.of(facts), standing);
        return said == null ? null : new Word(spoken.position(), said);
    }

    /** What became of a yes; absent while a guardian's is still to come, so that it takes the place of no earlier word. */
    private @Nullable Said yes(ConsentId id, ConsentHistory history, Guardianship.Standing standing) {
        LocalDate today = LocalDate.now(clock);
        ConsentAsked question = history.asked();
        LocalDate lastDay = question == null ? null : question.lastDay();
        if (history.state() == ConsentHistory.State.EXPIRED || (lastDay != null && lastDay.isBefore(today))) {
            return Said.ENDED;
        }
        if (YoungConsent.whyNot(id, history, standing, today, clock) == null) {
            return Said.YES;
        }
        if (standing.objected().contains(id)) {
            return Said.NO;
        }
        return standing.isMinor(today) && !standing.agreed().contains(id) ? null : Said.ENDED;
    }
}

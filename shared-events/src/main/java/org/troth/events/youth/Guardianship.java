package org.troth.events.youth;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.troth.events.ConsentId;
import org.troth.events.ParticipantId;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;

/** The strong question "is this person of age, and who says yes beside them?", answered from their stream and never from a view. */
public interface Guardianship {

    /** Of age for an unknown person too. */
    Standing of(ParticipantId participant);

    /** The same as it was on the record at a moment; nothing is to be done on it. */
    Standing then(ParticipantId participant, Instant at);

    /** What guardians said to one consent, in its order. */
    List<RecordedFact> saidTo(ConsentId consent, ParticipantId participant);

    /**
     * The answer, which holds as long as the precondition does.
     *
     * @param ofAgeOn the first day on which they are of age; absent where nobody noted that they are not
     * @param alone whether the law lets them say yes alone to what helps them
     * @param agreed to what a guardian who may agrees
     * @param objected to what a guardian who may has said no
     */
    record Standing(
            @Nullable LocalDate ofAgeOn,
            boolean alone,
            Set<ConsentId> agreed,
            Set<ConsentId> objected,
            Precondition precondition) {

        public Standing {
            agreed = Set.copyOf(agreed);
            objected = Set.copyOf(objected);
        }

        /** Whether they are not of age on this day; on the day on which they come of age they are. */
        public boolean isMinor(LocalDate day) {
            return ofAgeOn != null && day.isBefore(ofAgeOn);
        }
    }
}

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

/**
 * The strong question "is this person of age, and who says yes beside them?", answered from their streams and never from a view.
 * What was noted under any of their records holds under all of them, as long as these are one person's.
 */
public interface Guardianship {

    /** Of age for an unknown person too. */
    Standing of(ParticipantId participant);

    /** The same as it was on the record at a moment; nothing is to be done on it. */
    Standing then(ParticipantId participant, Instant at);

    /** What guardians said to one consent, under whichever of the person's records, in its order. */
    List<RecordedFact> saidTo(ConsentId consent, ParticipantId participant);

    /**
     * The answer, which holds as long as all its preconditions do.
     *
     * @param ofAgeOn the first day on which they are of age, the latest where several were noted; absent where none was
     * @param alone whether the law lets them say yes alone to what helps them
     * @param agreed to what a guardian who may agrees
     * @param objected to what a guardian who may has said no
     */
    record Standing(
            @Nullable LocalDate ofAgeOn,
            boolean alone,
            Set<ConsentId> agreed,
            Set<ConsentId> objected,
            List<Precondition> preconditions) {

        public Standing {
            agreed = Set.copyOf(agreed);
            objected = Set.copyOf(objected);
            preconditions = List.copyOf(preconditions);
        }

        /** Whether they are not of age on this day; on the day on which they come of age they are. */
        public boolean isMinor(LocalDate day) {
            return ofAgeOn != null && day.isBefore(ofAgeOn);
        }
    }
}

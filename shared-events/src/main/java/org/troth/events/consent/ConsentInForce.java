package org.troth.events.consent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.troth.events.ConsentId;
import org.troth.events.ParticipantId;
import org.troth.events.confidential.DataClass;
import org.troth.events.recording.Precondition;

/** The strong question "does this consent cover this?", answered from its stream and never from a view. */
public interface ConsentInForce {

    /** Asks whether the participant's consent covers this purpose, recipient and all these classes on this day. */
    Answer covers(
            ConsentId consent,
            ParticipantId participant,
            Purpose purpose,
            Recipient recipient,
            Set<DataClass> classes,
            LocalDate day);

    /** The classes that it was asked for, whatever became of it; none for an unknown consent. */
    Set<DataClass> classesOf(ConsentId consent);

    /**
     * The answer, which holds as long as all its preconditions do.
     *
     * @param whyNot the rule that says no, as a code; absent when it is in force
     * @param precondition of the consent's own stream
     * @param beside of the streams that say whether the person is of age, and what a guardian said; none where nobody asked
     */
    record Answer(ConsentId consent, @Nullable String whyNot, Precondition precondition, List<Precondition> beside) {

        public Answer {
            beside = List.copyOf(beside);
        }

        public Answer(ConsentId consent, @Nullable String whyNot, Precondition precondition) {
            this(consent, whyNot, precondition, List.of());
        }

        public List<Precondition> preconditions() {
            List<Precondition> all = new ArrayList<>(List.of(precondition));
            all.addAll(beside);
            return all;
        }

        public boolean inForce() {
            return whyNot == null;
        }
    }
}

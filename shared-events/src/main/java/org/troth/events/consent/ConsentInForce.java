package org.troth.events.consent;

import java.time.LocalDate;
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
     * @param whyNot the rule that says no, in plain words; absent when it is in force
     * @param precondition of the consent's own stream
     * @param youth of the stream that says whether the person is of age, and what a guardian said; absent where nobody asked
     */
    record Answer(
            ConsentId consent,
            @Nullable String whyNot,
            Precondition precondition,
            @Nullable Precondition youth) {

        public Answer(ConsentId consent, @Nullable String whyNot, Precondition precondition) {
            this(consent, whyNot, precondition, null);
        }

        public List<Precondition> preconditions() {
            return youth == null ? List.of(precondition) : List.of(precondition, youth);
        }

        public boolean inForce() {
            return whyNot == null;
        }
    }
}

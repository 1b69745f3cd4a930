package org.troth.events.consent;

import java.util.List;
import org.troth.events.ParticipantId;
import org.troth.events.recording.Precondition;

/**
 * The strong question "what did this person say last about this purpose?", answered from the streams and never from a view. What
 * was said under any of their records was said by them; which word is the last, the order of the record decides and no clock.
 */
public interface LastWord {

    /** Nothing, for an unknown person too. */
    Answer of(ParticipantId participant, Purpose purpose);

    /** What it was. */
    enum Said {
        /** Not asked, not answered, or a yes that still waits for a guardian's: it blocks nothing. */
        NOTHING,
        YES,
        NO,
        TAKEN_BACK,
        /** A yes whose last day has passed, or that ended when they came of age. */
        ENDED
    }

    /**
     * The answer, which holds as long as all its preconditions do.
     *
     * @param another whether a yes to the same purpose is in force all the same, which they gave to another question
     */
    record Answer(Said said, boolean another, List<Precondition> preconditions) {

        public Answer {
            preconditions = List.copyOf(preconditions);
        }

        /** Whether nothing more may be done for this purpose with what is on their record, by their last word. */
        public boolean stops() {
            return said == Said.NO || said == Said.TAKEN_BACK || said == Said.ENDED;
        }

        /** Whether they said no or took their yes back, and no other yes is in force. A yes that ended by its date is no No. */
        public boolean isRefused() {
            return (said == Said.NO || said == Said.TAKEN_BACK) && !another;
        }
    }
}

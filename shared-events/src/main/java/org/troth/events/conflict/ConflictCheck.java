package org.troth.events.conflict;

import java.util.List;
import org.troth.events.ParticipantId;
import org.troth.events.VolunteerId;
import org.troth.events.recording.Precondition;

/**
 * The strong question "may these two be brought together, by what each has named?", answered from their streams and never from a
 * view. The answer is that something hinders it or that nothing that was named does, and nothing else: never that there is no
 * conflict, since nobody need have named anything, or have been asked.
 */
public interface ConflictCheck {

    /** Hindered also where it cannot be told: where somebody has named people and the other is not known by name. */
    Finding between(ParticipantId participant, VolunteerId volunteer);

    /**
     * The answer, which holds as long as the preconditions do.
     *
     * @param hindered whether what was named says that they should not meet; where it does not, nothing more is known of them than that
     */
    record Finding(boolean hindered, List<Precondition> preconditions) {

        public Finding {
            preconditions = List.copyOf(preconditions);
        }
    }
}

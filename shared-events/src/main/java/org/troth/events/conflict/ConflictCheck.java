package org.troth.events.conflict;

import java.util.List;
import org.troth.events.ParticipantId;
import org.troth.events.VolunteerId;
import org.troth.events.recording.Precondition;

/**
 * The strong question "may these two be brought together, by what each has named?", answered from their streams and never from a
 * view. The answer is clear or not clear, and nothing else.
 */
public interface ConflictCheck {

    /** Clear where neither has named anything. Not clear where it cannot be told. */
    Finding between(ParticipantId participant, VolunteerId volunteer);

    /** The answer, which holds as long as the preconditions do. */
    record Finding(boolean clear, List<Precondition> preconditions) {

        public Finding {
            preconditions = List.copyOf(preconditions);
        }
    }
}

package org.troth.events.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.VolunteerId;
import org.troth.events.recording.Precondition;

/**
 * The strong question "is it for the second contact to arrange a change here?", answered from streams and never from
 * a view.
 */
public interface SecondContactChanges {

    /** Nothing is to be arranged in an unknown match. */
    Change change(MatchId match);

    /**
     * The answer, which holds as long as the preconditions do.
     *
     * @param open the match goes on, and the change is overdue or was asked of the second contact
     */
    record Change(
            boolean open,
            @Nullable ParticipantId participant,
            @Nullable VolunteerId volunteer,
            List<Precondition> preconditions) {

        public Change {
            preconditions = List.copyOf(preconditions);
        }

        /** An answer that hangs on one thing alone. */
        public Change(
                boolean open,
                @Nullable ParticipantId participant,
                @Nullable VolunteerId volunteer,
                Precondition precondition) {
            this(open, participant, volunteer, List.of(precondition));
        }
    }
}

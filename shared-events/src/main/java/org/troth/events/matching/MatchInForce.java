package org.troth.events.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.VolunteerId;
import org.troth.events.recording.Precondition;

/** The strong question "are these two matched now?", answered from streams and never from a view. */
public interface MatchInForce {

    /** An unknown match is not in force and has nobody in it. */
    Standing of(MatchId match);

    /**
     * The answer, which holds as long as the preconditions do.
     *
     * @param started both accepted, it has not ended, and neither has the participant's support
     * @param volunteer the volunteer proposed or matched now, if any
     */
    record Standing(
            boolean started,
            @Nullable ParticipantId participant,
            @Nullable VolunteerId volunteer,
            List<Precondition> preconditions) {

        public Standing {
            preconditions = List.copyOf(preconditions);
        }

        /** An answer that hangs on one thing alone. */
        public Standing(
                boolean started,
                @Nullable ParticipantId participant,
                @Nullable VolunteerId volunteer,
                Precondition precondition) {
            this(started, participant, volunteer, List.of(precondition));
        }
    }
}

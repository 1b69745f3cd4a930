package org.troth.events.presence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.troth.events.MatchId;
import org.troth.events.PresenceId;
import org.troth.events.recording.Precondition;

/**
 * The strong question "to whose presence had the participant said yes before this meeting began?", answered from the record and
 * never from a view.
 */
public interface AgreedPresence {

    /**
     * What was said after the meeting began counts for nothing here, in neither direction.
     *
     * @param day of the meeting, in the programme's time zone
     */
    Answer of(MatchId match, LocalDate day, Instant began);

    /**
     * The answer, which holds as long as the preconditions do.
     *
     * @param agreed for each guest that may come, the question that was answered with yes
     */
    record Answer(Map<Guest, PresenceId> agreed, List<Precondition> preconditions) {

        public Answer {
            agreed = Map.copyOf(agreed);
            preconditions = List.copyOf(preconditions);
        }
    }
}

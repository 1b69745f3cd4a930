package org.troth.events.matching;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.VolunteerId;
import org.troth.events.recording.Precondition;

/** The strong question "from when to when did these two walk together?", answered from streams and never from a view. */
public interface WalkedTogether {

    /** Of an unknown match nobody walked, and nobody asked to. */
    Walk walk(MatchId match);

    /**
     * The answer, which holds as long as the preconditions do.
     *
     * @param participant whose match it is; absent when there is no such match
     * @param volunteer who walks or walked beside them; absent when it never began
     * @param from when both had accepted; absent when it never began
     * @param until when it ended, or support did before it; absent while neither has
     */
    record Walk(
            @Nullable ParticipantId participant,
            @Nullable VolunteerId volunteer,
            @Nullable Instant from,
            @Nullable Instant until,
            List<Precondition> preconditions) {

        public Walk {
            preconditions = List.copyOf(preconditions);
        }

        /** Whether they walk together now. */
        public boolean goesOn() {
            return from != null && until == null;
        }
    }
}

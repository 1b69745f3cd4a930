package org.troth.events.goal;

import org.jspecify.annotations.Nullable;
import org.troth.events.GoalId;
import org.troth.events.MatchId;
import org.troth.events.recording.Precondition;

/** The strong question "to whom is this goal shown now?", answered from the goal's stream and never from a view. */
public interface ShownGoals {

    /** An unknown goal is shown to nobody. */
    Standing of(GoalId goal);

    /**
     * The answer, which holds as long as the precondition does.
     *
     * @param match in which it is shown; absent when it is shown to nobody. Whether that match goes on is not said here.
     */
    record Standing(@Nullable MatchId match, Precondition precondition) {

        /** Whether it is shown to whoever walks beside the participant in this match. */
        public boolean isShownIn(MatchId asked) {
            return asked.equals(match);
        }
    }
}

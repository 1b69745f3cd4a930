package org.troth.events.goal;

import org.jspecify.annotations.Nullable;
import org.troth.events.GoalId;
import org.troth.events.MatchId;
import org.troth.events.confidential.Sealed;
import org.troth.events.recording.Precondition;

/** The strong question "to whom is this goal shown now?", answered from the goal's stream and never from a view. */
public interface ShownGoals {

    /** An unknown goal is shown to nobody. */
    Standing of(GoalId goal);

    /**
     * The answer, which holds as long as the precondition does.
     *
     * @param match in which it is shown; absent when it is shown to nobody. Whether that match goes on is not said here.
     * @param about what sort of goal it is, as they said last
     * @param words as they said it last: what they have put in other words since is shown to nobody; absent for an unknown goal
     */
    record Standing(
            @Nullable MatchId match,
            @Nullable String about,
            @Nullable Sealed words,
            Precondition precondition) {

        /** Whether it is shown to whoever walks beside the participant in this match. */
        public boolean isShownIn(MatchId asked) {
            return asked.equals(match);
        }
    }
}

package org.troth.command.goal;

import org.jspecify.annotations.Nullable;

/** What can be asked about goals, as JSON and as forms. There is no way to ask any of it for somebody else. */
interface GoalRequest {

    /**
     * A goal of whoever asks.
     *
     * @param about what sort of goal it is, as a code; may be left out
     * @param words what they want to reach, at most 1000 characters; nobody else reads it unless they show it
     */
    record NewGoal(@Nullable String about, @Nullable String words) {}

    /** The same in other words; every earlier wording stays on the record. */
    record GoalEdit(@Nullable String about, @Nullable String words) {}

    /** A whole number from 0, nothing of it is there yet, to 10, it is reached. */
    record NewRating(@Nullable String rating) {}

    /** The match in which it is shown to whoever walks beside them. */
    record GoalShowing(@Nullable String match) {}
}

package org.troth.query.goal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.query.reading.Plain;
import org.troth.query.reading.Told;

/** What is shown of goals: to the participant everything, to whoever walks beside them what they show, to a coordinator no word. */
final class GoalPages {

    /** The number that says that a goal is reached (rule goal-2). */
    private static final int TOP = 10;

    private GoalPages() {}

    /** How far they said they were, and when. */
    record GoalRating(int rating, Instant at) {}

    /** One number of a chart. */
    record GoalPoint(String label, int value) {}

    /**
     * A goal without its words.
     *
     * @param state OPEN, REACHED or LET_GO
     * @param about what sort of goal it is; absent where they did not say
     * @param ratings the last numbers they gave, oldest first
     */
    record GoalLine(
            UUID id,
            String state,
            Instant stateSince,
            @Nullable String about,
            Instant setAt,
            @Nullable Integer rating,
            @Nullable Instant ratedAt,
            List<GoalRating> ratings) {

        /** The same numbers for a chart. */
        public List<GoalPoint> points(Plain plain) {
            return ratings.stream()
                    .map(each -> new GoalPoint(plain.dayOf(each.at()), each.rating()))
                    .toList();
        }

        /** Where the scale ends. */
        public int top() {
            return TOP;
        }
    }

    /** The goals of one participant for whoever does the work, the last set first. */
    record GoalList(
            UUID participant,
            List<GoalLine> goals,
            @Nullable Long before) {}

    /**
     * A goal of one's own.
     *
     * @param shown whether whoever walks beside them can see it now
     */
    record OwnGoal(@Nullable Told words, boolean shown, GoalLine line) {}

    /** All of one's own, the last set first. */
    record OwnGoals(List<OwnGoal> goals, @Nullable Long before) {}

    /** Words that held once. */
    record GoalWording(
            Instant writtenAt,
            @Nullable String about,
            @Nullable Told words) {}

    /**
     * One of one's own, whole.
     *
     * @param walk the match in which somebody walks beside them now, if anybody does
     * @param earlier what it said before, the last first
     */
    record GoalFile(OwnGoal goal, @Nullable UUID walk, List<GoalWording> earlier) {}

    /**
     * A goal that somebody shows to whoever walks beside them.
     *
     * @param rating the last number they gave, if any
     */
    record ShownGoal(
            UUID id,
            String state,
            @Nullable String about,
            @Nullable Told words,
            @Nullable Integer rating,
            @Nullable Instant ratedAt) {

        /** Where the scale ends. */
        public int top() {
            return TOP;
        }
    }

    /** All that are shown in one match. */
    record ShownGoalList(UUID match, List<ShownGoal> goals) {}
}

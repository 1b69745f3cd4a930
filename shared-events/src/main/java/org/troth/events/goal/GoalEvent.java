package org.troth.events.goal;

import org.jspecify.annotations.Nullable;
import org.troth.events.Fact;
import org.troth.events.GoalId;
import org.troth.events.Law;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.Recorded;
import org.troth.events.VolunteerId;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Under;
import org.troth.events.confidential.Words;

/**
 * What a participant wants to reach. Every fact here is the participant's own act: nobody else words a goal, says how far it
 * is, or ends it. Nothing here says that anybody failed.
 */
public sealed interface GoalEvent extends Fact {

    GoalId goal();

    ParticipantId participant();

    /**
     * They set themselves a goal.
     *
     * @param about what sort of goal it is, as a code of the programme; absent where they did not say
     */
    @Recorded(as = "goal-set", revision = 1)
    record GoalSet(
            GoalId goal,
            ParticipantId participant,
            @Nullable String about,

            @Under(value = Words.GOAL_WORDS, owner = "participant")
            Sealed words,

            Law law)
            implements GoalEvent {}

    /** They put it in other words: from here on these hold, and every earlier ones stay. */
    @Recorded(as = "goal-reworded", revision = 1)
    record GoalReworded(
            GoalId goal,
            ParticipantId participant,
            @Nullable String about,

            @Under(value = Words.GOAL_WORDS, owner = "participant")
            Sealed words)
            implements GoalEvent {}

    /**
     * They said how far they are.
     *
     * @param rating a number on the scale of the law
     * @param law names the rule that says what the scale is
     */
    @Recorded(as = "goal-rated", revision = 1)
    record GoalRated(GoalId goal, ParticipantId participant, int rating, Law law) implements GoalEvent {}

    /** They said that it is reached. */
    @Recorded(as = "goal-reached", revision = 1)
    record GoalReached(GoalId goal, ParticipantId participant) implements GoalEvent {}

    /** They let it go; no reason is asked for or kept. */
    @Recorded(as = "goal-let-go", revision = 1)
    record GoalLetGo(GoalId goal, ParticipantId participant) implements GoalEvent {}

    /** They took up again what they had reached or let go. */
    @Recorded(as = "goal-taken-up-again", revision = 1)
    record GoalTakenUpAgain(GoalId goal, ParticipantId participant) implements GoalEvent {}

    /** They show it to whoever walks beside them in this match, and to nobody who comes after. */
    @Recorded(as = "goal-shown", revision = 1)
    record GoalShown(GoalId goal, ParticipantId participant, VolunteerId volunteer, MatchId match, Law law)
            implements GoalEvent {}

    /** From here on they show it to nobody; no reason is asked for or kept. */
    @Recorded(as = "goal-shown-no-more", revision = 1)
    record GoalShownNoMore(GoalId goal, ParticipantId participant, VolunteerId volunteer, MatchId match)
            implements GoalEvent {}
}

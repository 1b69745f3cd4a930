package org.troth.command.goal;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.troth.command.law.HouseLaw;
import org.troth.events.GoalId;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.VolunteerId;
import org.troth.events.goal.GoalEvent.GoalLetGo;
import org.troth.events.goal.GoalEvent.GoalRated;
import org.troth.events.goal.GoalEvent.GoalReached;
import org.troth.events.goal.GoalEvent.GoalReworded;
import org.troth.events.goal.GoalEvent.GoalSet;
import org.troth.events.goal.GoalEvent.GoalShown;
import org.troth.events.goal.GoalEvent.GoalShownNoMore;
import org.troth.events.goal.GoalEvent.GoalTakenUpAgain;
import org.troth.events.matching.MatchInForce.Standing;

/** One goal of one participant, who alone acts on it. */
@Aggregate
class Goal {

    @AggregateIdentifier
    private GoalId id;

    // Set by the first fact, which every other handler comes after.
    @SuppressWarnings("NullAway.Init")
    private ParticipantId participant;

    private boolean open;
    private @Nullable MatchId shownIn;
    private @Nullable VolunteerId shownTo;

    Goal() {}

    @CommandHandler
    Goal(SetGoal command) {
        apply(new GoalSet(
                command.goal(), command.participant(), command.about(), command.words(), HouseLaw.GOAL_SETTING));
    }

    @CommandHandler
    void handle(RewordGoal command) {
        onlyWhileOpen();
        apply(new GoalReworded(id, participant, command.about(), command.words()));
    }

    @CommandHandler
    void handle(RateGoal command) {
        onlyWhileOpen();
        apply(new GoalRated(id, participant, command.rating(), HouseLaw.GOAL_RATING));
    }

    @CommandHandler
    void handle(ReachGoal command) {
        onlyWhileOpen();
        apply(new GoalReached(id, participant));
    }

    @CommandHandler
    void handle(LetGoalGo command) {
        onlyWhileOpen();
        apply(new GoalLetGo(id, participant));
    }

    @CommandHandler
    void handle(TakeGoalUpAgain command) {
        if (open) {
            throw GoalRefused.open();
        }
        apply(new GoalTakenUpAgain(id, participant));
    }

    @CommandHandler
    void handle(ShowGoal command) {
        Standing standing = command.standing();
        VolunteerId volunteer = standing.volunteer();
        ParticipantId walking = standing.participant();
        if (!standing.started()
                || volunteer == null
                || walking == null
                || !command.records().contains(walking)) {
            throw GoalRefused.nobodyThere();
        }
        if (command.match().equals(shownIn)) {
            throw GoalRefused.shownAlready();
        }
        apply(new GoalShown(id, participant, volunteer, command.match(), HouseLaw.GOAL_SHOWING));
    }

    @CommandHandler
    void handle(ShowGoalNoMore command) {
        if (shownIn == null || shownTo == null) {
            throw GoalRefused.notShown();
        }
        apply(new GoalShownNoMore(id, participant, shownTo, shownIn));
    }

    private void onlyWhileOpen() {
        if (!open) {
            throw GoalRefused.notOpen();
        }
    }

    @EventSourcingHandler
    void on(GoalSet fact) {
        id = fact.goal();
        participant = fact.participant();
        open = true;
    }

    @EventSourcingHandler
    void on(GoalReworded fact) {
        // How it is worded decides nothing here.
    }

    @EventSourcingHandler
    void on(GoalRated fact) {
        // How far they are decides nothing here, or anywhere.
    }

    @EventSourcingHandler
    void on(GoalReached fact) {
        open = false;
    }

    @EventSourcingHandler
    void on(GoalLetGo fact) {
        open = false;
    }

    @EventSourcingHandler
    void on(GoalTakenUpAgain fact) {
        open = true;
    }

    @EventSourcingHandler
    void on(GoalShown fact) {
        shownIn = fact.match();
        shownTo = fact.volunteer();
    }

    @EventSourcingHandler
    void on(GoalShownNoMore fact) {
        shownIn = null;
        shownTo = null;
    }
}

package org.troth.command.goal;

import org.troth.command.dispatch.Refused;

/** A rule about goals says no. None of them is about how far somebody is. */
final class GoalRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private GoalRefused(String rule, String message) {
        super(rule, message);
    }

    static GoalRefused notOpen() {
        return new GoalRefused("goal-not-open", "This goal was reached or let go. Take it up again first.");
    }

    static GoalRefused open() {
        return new GoalRefused("goal-open", "This goal is open already.");
    }

    static GoalRefused nobodyThere() {
        return new GoalRefused("nobody-beside", "Nobody walks beside you in this match now.");
    }

    static GoalRefused shownAlready() {
        return new GoalRefused("goal-shown", "They can see this goal already.");
    }

    static GoalRefused notShown() {
        return new GoalRefused("goal-not-shown", "Nobody else can see this goal.");
    }
}

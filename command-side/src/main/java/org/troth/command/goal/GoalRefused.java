package org.troth.command.goal;

import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.Refused;

/** A rule about goals says no. None of them is about how far somebody is. */
final class GoalRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private GoalRefused(String rule, Phrase words) {
        super(rule, words);
    }

    static GoalRefused notOpen() {
        return new GoalRefused("goal-not-open", Phrase.of("command.goal.refused.goal-not-open"));
    }

    static GoalRefused open() {
        return new GoalRefused("goal-open", Phrase.of("command.goal.refused.goal-open"));
    }

    static GoalRefused nobodyThere() {
        return new GoalRefused("nobody-beside", Phrase.of("command.goal.refused.nobody-beside"));
    }

    static GoalRefused shownAlready() {
        return new GoalRefused("goal-shown", Phrase.of("command.goal.refused.goal-shown"));
    }

    static GoalRefused notShown() {
        return new GoalRefused("goal-not-shown", Phrase.of("command.goal.refused.goal-not-shown"));
    }
}

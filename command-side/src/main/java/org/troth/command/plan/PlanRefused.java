package org.troth.command.plan;

import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.Refused;

/** A rule about plans says no. None of them says what stands in one. */
final class PlanRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private PlanRefused(String rule, Phrase words) {
        super(rule, words);
    }

    static PlanRefused openAlready() {
        return new PlanRefused("plan-open", Phrase.of("command.plan.refused.open-already"));
    }

    static PlanRefused notSupported() {
        return new PlanRefused("not-supported", Phrase.of("command.plan.refused.not-supported"));
    }

    static PlanRefused closed() {
        return new PlanRefused("plan-closed", Phrase.of("command.plan.refused.closed"));
    }

    static PlanRefused begunAlready() {
        return new PlanRefused("section-begun", Phrase.of("command.plan.refused.begun-already"));
    }

    static PlanRefused nobodyThere() {
        return new PlanRefused("nobody-beside", Phrase.of("command.plan.refused.nobody-there"));
    }

    static PlanRefused anothersField() {
        return new PlanRefused("section-not-yours", Phrase.of("command.plan.refused.anothers-field"));
    }

    static PlanRefused anothersStep() {
        return new PlanRefused("step-not-yours", Phrase.of("command.plan.refused.anothers-step"));
    }

    static PlanRefused changedMeanwhile() {
        return new PlanRefused("changed-meanwhile", Phrase.of("command.plan.refused.changed-meanwhile"));
    }

    static PlanRefused saidAlready() {
        return new PlanRefused("step-said", Phrase.of("command.plan.refused.said-already"));
    }

    static PlanRefused enoughSteps() {
        return new PlanRefused("steps-enough", Phrase.of("command.plan.refused.enough-steps"));
    }

    static PlanRefused shownAlready() {
        return new PlanRefused("section-shown", Phrase.of("command.plan.refused.shown-already"));
    }

    static PlanRefused notShown() {
        return new PlanRefused("section-not-shown", Phrase.of("command.plan.refused.not-shown"));
    }
}

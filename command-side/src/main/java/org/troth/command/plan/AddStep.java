package org.troth.command.plan;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.troth.events.PlanId;
import org.troth.events.PlanSectionId;
import org.troth.events.PlanStepId;
import org.troth.events.confidential.Sealed;
import org.troth.events.plan.PlanEvent.Hand;

/** Whoever may write a section puts a step into it, with who is to do it and by when. */
record AddStep(
        @TargetAggregateIdentifier PlanId plan,
        PlanSectionId section,
        PlanStepId step,
        Hand by,
        Hand doer,
        @Nullable LocalDate due,
        Sealed words) {}

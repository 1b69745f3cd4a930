package org.troth.command.plan;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.PlanId;
import org.troth.events.PlanStepId;
import org.troth.events.plan.PlanEvent.Hand;

/** Whoever is to do a step, or a coordinator, says whether it is done; as often as that changes. */
record MarkStep(@TargetAggregateIdentifier PlanId plan, PlanStepId step, boolean done, int version, Hand by) {}

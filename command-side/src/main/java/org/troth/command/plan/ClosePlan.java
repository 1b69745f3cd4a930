package org.troth.command.plan;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.PlanId;
import org.troth.events.plan.PlanEvent.Ending;

/** A coordinator closes it, or it is closed with the end of support; nothing holds that up. */
record ClosePlan(@TargetAggregateIdentifier PlanId plan, Ending ending) {}

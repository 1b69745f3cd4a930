package org.troth.command.plan;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.PlanId;
import org.troth.events.PlanSectionId;

/** The participant shows it to nobody any more: at any time, also when the plan is closed, and without a reason. */
record ShowSectionNoMore(@TargetAggregateIdentifier PlanId plan, PlanSectionId section) {}

package org.troth.command.plan;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.GoalId;
import org.troth.events.PlanId;
import org.troth.events.PlanSectionId;

/** The participant says towards which of their goals a section leads; towards none is an answer too. */
record LeadToGoals(@TargetAggregateIdentifier PlanId plan, PlanSectionId section, List<GoalId> goals) {}

package org.troth.command.goal;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.GoalId;

/** They show it to nobody any more: at once, without a reason, and also when the match has ended. */
record ShowGoalNoMore(@TargetAggregateIdentifier GoalId goal) {}

package org.troth.command.goal;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.GoalId;

/** They let it go. It needs no reason. */
record LetGoalGo(@TargetAggregateIdentifier GoalId goal) {}

package org.troth.command.goal;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.GoalId;

/** They take up again what they had reached or let go. */
record TakeGoalUpAgain(@TargetAggregateIdentifier GoalId goal) {}

package org.troth.command.goal;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.GoalId;

/** They say how far they are, as often as they like, as long as it is open. */
record RateGoal(@TargetAggregateIdentifier GoalId goal, int rating) {}

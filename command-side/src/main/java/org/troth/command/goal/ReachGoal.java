package org.troth.command.goal;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.GoalId;

/** They say that it is reached; whatever number they gave last does not matter. */
record ReachGoal(@TargetAggregateIdentifier GoalId goal) {}

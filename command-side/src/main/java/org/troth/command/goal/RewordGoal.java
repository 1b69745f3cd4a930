package org.troth.command.goal;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.troth.events.GoalId;
import org.troth.events.confidential.Sealed;

/** They put it in other words, as long as it is open; every earlier wording stays. */
record RewordGoal(
        @TargetAggregateIdentifier GoalId goal, @Nullable String about, Sealed words) {}

package org.troth.command.goal;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.GoalId;
import org.troth.events.MatchId;
import org.troth.events.matching.MatchInForce.Standing;

/** They show it to whoever walks beside them in this match, as long as it goes on. */
record ShowGoal(@TargetAggregateIdentifier GoalId goal, MatchId match, Standing standing) {}

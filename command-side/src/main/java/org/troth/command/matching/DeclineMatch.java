package org.troth.command.matching;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.MatchId;
import org.troth.events.Side;

/** One side says no to a proposal, without a reason; another may be proposed. */
record DeclineMatch(@TargetAggregateIdentifier MatchId match, Side by) {}

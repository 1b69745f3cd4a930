package org.troth.command.matching;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.MatchId;
import org.troth.events.Side;

/** One side asks for somebody else. It is a right: no reason, and no refusal while the match goes on. */
record AskForChange(@TargetAggregateIdentifier MatchId match, Side by) {}

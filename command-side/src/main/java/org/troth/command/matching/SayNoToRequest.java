package org.troth.command.matching;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.MatchId;
import org.troth.events.Side;

/** One side says No to what the other asked of them. It is a right of both: no reason, and no refusal while the match goes on. */
record SayNoToRequest(@TargetAggregateIdentifier MatchId match, Side by) {}

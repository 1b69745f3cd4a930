package org.troth.command.matching;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.MatchId;
import org.troth.events.Side;

/** One side asks for somebody else past the coordinator. It is the same right: no reason, and no refusal while the match goes on. */
record AskSecondContact(@TargetAggregateIdentifier MatchId match, Side by) {}

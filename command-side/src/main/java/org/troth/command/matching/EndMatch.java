package org.troth.command.matching;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.MatchId;
import org.troth.events.matching.MatchingEvent.EndReason;

/** A match that has started is over; the reason is a code and never says whose wish it was. */
record EndMatch(@TargetAggregateIdentifier MatchId match, EndReason reason) {}

package org.troth.command.matching;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.MatchId;

/** The participant no longer looks for somebody; works at any time before a match has started. */
record CloseMatchRequest(@TargetAggregateIdentifier MatchId match) {}

package org.troth.command.matching;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.MatchId;

/**
 * The participant does not want to be looked for with their record any more: what was proposed with it is none, and whoever
 * answers it learns as much as if the other had just said no. What was proposed without it stays.
 */
record TakeBackProposal(@TargetAggregateIdentifier MatchId match) {}

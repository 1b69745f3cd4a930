package org.troth.command.boundary;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.BoundaryId;
import org.troth.events.Side;
import org.troth.events.matching.MatchInForce.Standing;

/** Either side says No to a request, as often as it is asked: at once, with no reason and no words. */
record SayNo(@TargetAggregateIdentifier BoundaryId boundary, Standing standing, Side by) {}

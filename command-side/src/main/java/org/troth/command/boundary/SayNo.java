package org.troth.command.boundary;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.BoundaryId;
import org.troth.events.Side;
import org.troth.events.matching.MatchInForce.Standing;

/**
 * Either side says No to a request, as often as it is asked: at once, with no reason and no words. Who set the boundary does
 * not matter: its author stands on it by this, and the other side may decline what it leaves open.
 */
record SayNo(@TargetAggregateIdentifier BoundaryId boundary, Standing standing, Side by) {}

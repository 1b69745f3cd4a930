package org.troth.command.boundary;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.BoundaryId;
import org.troth.events.Side;
import org.troth.events.matching.MatchInForce.Standing;

/** Its author takes it away. */
record LiftBoundary(@TargetAggregateIdentifier BoundaryId boundary, Standing standing, Side by) {}

package org.troth.command.boundary;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.troth.events.BoundaryId;
import org.troth.events.MatchId;
import org.troth.events.Side;
import org.troth.events.boundary.BoundaryEvent.Topic;
import org.troth.events.confidential.Sealed;
import org.troth.events.matching.MatchInForce.Standing;

/** One side of a match that goes on sets a boundary; it holds for both at once and needs nobody's agreement. */
record SetBoundary(
        @TargetAggregateIdentifier BoundaryId boundary,
        MatchId match,
        Standing standing,
        Side by,
        Topic topic,
        @Nullable Sealed words) {}

package org.troth.command.boundary;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.troth.events.BoundaryId;
import org.troth.events.Side;
import org.troth.events.boundary.BoundaryEvent.Topic;
import org.troth.events.confidential.Sealed;
import org.troth.events.matching.MatchInForce.Standing;

/** Its author changes it, while the match goes on. */
record ChangeBoundary(
        @TargetAggregateIdentifier BoundaryId boundary,
        Standing standing,
        Side by,
        Topic topic,
        @Nullable Sealed words) {}

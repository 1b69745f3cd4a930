package org.troth.command.charter;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.troth.events.MatchId;
import org.troth.events.OutsideRoleId;
import org.troth.events.confidential.Sealed;
import org.troth.events.matching.MatchInForce.Standing;

/** What a volunteer is asked for lies outside their role: said at once, while the match goes on, and as often as it is so. */
record SayOutsideRole(
        @TargetAggregateIdentifier OutsideRoleId outside,
        MatchId match,
        Standing standing,
        String kind,
        @Nullable Sealed note) {}

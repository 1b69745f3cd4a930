package org.troth.command.charter;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.troth.events.MatchId;
import org.troth.events.OutsideRoleId;
import org.troth.events.confidential.Sealed;
import org.troth.events.matching.WalkedTogether.Walk;

/**
 * What a volunteer is asked for lies outside their role: said at once, while the match goes on, and as often as it is so. Of danger
 * it is never too late to speak.
 */
record SayOutsideRole(
        @TargetAggregateIdentifier OutsideRoleId outside,
        MatchId match,
        Walk walk,
        String kind,
        @Nullable Sealed note) {

    /** What may be of life and death, as a code of the programme. */
    static final String DANGER = "danger";

    /** Whether it may be said of these two now. */
    static boolean mayBeSaid(Walk walk, String kind) {
        return walk.goesOn() || (walk.from() != null && kind.equals(DANGER));
    }
}

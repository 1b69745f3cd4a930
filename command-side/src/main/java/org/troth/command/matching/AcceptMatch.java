package org.troth.command.matching;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.MatchId;
import org.troth.events.Side;
import org.troth.events.volunteer.VolunteerStanding.Standing;

/**
 * One side accepts, in either order; whether the volunteer may take somebody on is asked again.
 *
 * @param suitable whether nothing that the two have named or wished since speaks against it, under any record
 * @param read whether a volunteer who accepts with their own account has read the charter of the role; no other waits for it
 */
record AcceptMatch(
        @TargetAggregateIdentifier MatchId match,
        Side by,
        Standing standing,
        boolean room,
        boolean suitable,
        boolean read) {}

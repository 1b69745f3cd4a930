package org.troth.command.matching;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.MatchId;
import org.troth.events.VolunteerId;
import org.troth.events.volunteer.VolunteerStanding.Standing;

/**
 * A volunteer who is qualified today and has room is proposed to both.
 *
 * @param unsuitable whether one of the two wishes otherwise, or what they have named says so: which, is not told
 * @param blind whether, by their last word on it, nothing of the participant's record may be used
 * @param reasons codes
 */
record ProposeVolunteer(
        @TargetAggregateIdentifier MatchId match,
        VolunteerId volunteer,
        Standing standing,
        boolean room,
        boolean unsuitable,
        boolean blind,
        List<String> reasons) {}

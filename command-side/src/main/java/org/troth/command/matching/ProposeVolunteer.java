package org.troth.command.matching;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.MatchId;
import org.troth.events.VolunteerId;
import org.troth.events.volunteer.VolunteerStanding.Standing;

/** A volunteer who is qualified today and has room is proposed to both. The reasons are codes. */
record ProposeVolunteer(
        @TargetAggregateIdentifier MatchId match,
        VolunteerId volunteer,
        Standing standing,
        boolean room,
        boolean parted,
        List<String> reasons) {}

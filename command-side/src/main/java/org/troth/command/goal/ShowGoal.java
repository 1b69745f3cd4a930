package org.troth.command.goal;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.GoalId;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.matching.MatchInForce.Standing;

/**
 * They show it to whoever walks beside them in this match, as long as it goes on.
 *
 * @param records under which the person who set it is known, that of the goal among them: the match may be of any of them
 */
record ShowGoal(@TargetAggregateIdentifier GoalId goal, MatchId match, Standing standing, List<ParticipantId> records) {

    ShowGoal {
        records = List.copyOf(records);
    }
}

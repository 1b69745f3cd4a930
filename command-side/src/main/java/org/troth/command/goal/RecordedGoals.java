package org.troth.command.goal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.events.GoalId;
import org.troth.events.MatchId;
import org.troth.events.goal.GoalEvent.GoalShown;
import org.troth.events.goal.GoalEvent.GoalShownNoMore;
import org.troth.events.goal.ShownGoals;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;

/** Answers from a goal's stream to whom it is shown. */
@Component
class RecordedGoals implements ShownGoals {

    private final Streams streams;

    RecordedGoals(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Standing of(GoalId goal) {
        List<RecordedFact> facts = streams.read(goal.toString(), 0);
        @Nullable MatchId shownIn = null;
        for (RecordedFact each : facts) {
            if (each.fact() instanceof GoalShown shown) {
                shownIn = shown.match();
            } else if (each.fact() instanceof GoalShownNoMore) {
                shownIn = null;
            }
        }
        return new Standing(shownIn, new Precondition(goal.toString(), facts.size() - 1L));
    }
}

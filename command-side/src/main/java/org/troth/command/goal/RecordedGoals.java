package org.troth.command.goal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.events.GoalId;
import org.troth.events.MatchId;
import org.troth.events.confidential.Sealed;
import org.troth.events.goal.GoalEvent.GoalReworded;
import org.troth.events.goal.GoalEvent.GoalSet;
import org.troth.events.goal.GoalEvent.GoalShown;
import org.troth.events.goal.GoalEvent.GoalShownNoMore;
import org.troth.events.goal.ShownGoals;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;

/** Answers from a goal's stream to whom it is shown, and what it says. */
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
        @Nullable String about = null;
        @Nullable Sealed words = null;
        for (RecordedFact each : facts) {
            if (each.fact() instanceof GoalShown shown) {
                shownIn = shown.match();
            } else if (each.fact() instanceof GoalShownNoMore) {
                shownIn = null;
            } else if (each.fact() instanceof GoalSet set) {
                about = set.about();
                words = set.words();
            } else if (each.fact() instanceof GoalReworded reworded) {
                about = reworded.about();
                words = reworded.words();
            }
        }
        return new Standing(shownIn, about, words, new Precondition(goal.toString(), facts.size() - 1L));
    }
}

package org.troth.query.sample;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.troth.events.GoalId;
import org.troth.events.MatchId;
import org.troth.events.confidential.Sealed;
import org.troth.events.goal.GoalEvent;
import org.troth.events.goal.GoalEvent.GoalReworded;
import org.troth.events.goal.GoalEvent.GoalSet;
import org.troth.events.goal.GoalEvent.GoalShown;
import org.troth.events.goal.GoalEvent.GoalShownNoMore;
import org.troth.events.goal.ShownGoals;
import org.troth.events.recording.Precondition;

/** Answers from the record in memory, however late the views are. */
public final class PretendGoals implements ShownGoals {

    private final FactFeed feed;

    PretendGoals(FactFeed feed) {
        this.feed = feed;
    }

    @Override
    public Standing of(GoalId goal) {
        @Nullable MatchId shownIn = null;
        @Nullable String about = null;
        @Nullable Sealed words = null;
        int facts = 0;
        for (TrackedEventMessage<?> each : feed.facts()) {
            if (each.getPayload() instanceof GoalEvent fact && fact.goal().equals(goal)) {
                facts++;
                if (fact instanceof GoalShown shown) {
                    shownIn = shown.match();
                } else if (fact instanceof GoalShownNoMore) {
                    shownIn = null;
                } else if (fact instanceof GoalSet set) {
                    about = set.about();
                    words = set.words();
                } else if (fact instanceof GoalReworded reworded) {
                    about = reworded.about();
                    words = reworded.words();
                }
            }
        }
        return new Standing(shownIn, about, words, new Precondition(goal.toString(), facts - 1L));
    }
}

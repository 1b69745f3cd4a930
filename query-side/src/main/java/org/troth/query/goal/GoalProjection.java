package org.troth.query.goal;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.troth.events.GoalId;
import org.troth.events.confidential.Sealed;
import org.troth.events.goal.GoalEvent.GoalLetGo;
import org.troth.events.goal.GoalEvent.GoalRated;
import org.troth.events.goal.GoalEvent.GoalReached;
import org.troth.events.goal.GoalEvent.GoalReworded;
import org.troth.events.goal.GoalEvent.GoalSet;
import org.troth.events.goal.GoalEvent.GoalShown;
import org.troth.events.goal.GoalEvent.GoalShownNoMore;
import org.troth.events.goal.GoalEvent.GoalTakenUpAgain;
import org.troth.query.rows.KeepsRows;
import org.troth.query.rows.Rows;
import org.troth.query.rows.Write;

/** Keeps one row for each goal as it stands, and beside it every number and every wording. */
@KeepsRows
final class GoalProjection {

    private static final String OPEN = "OPEN";

    private static final Write SET = new Write("goal", """
            insert into goal (id, participant, state, state_since, about, words, set_at, set_position)
            values (?, ?, 'OPEN', ?, ?, ?, ?, ?)
            on conflict (id) do update set
                state = excluded.state, state_since = excluded.state_since, about = excluded.about,
                words = excluded.words, set_at = excluded.set_at, set_position = excluded.set_position, rating = null,
                rated_at = null, match = null
            """);

    private static final Write REWORDED = new Write("goal", "update goal set about = ?, words = ? where id = ?");

    private static final Write WORDED = new Write("goal_wording", """
            insert into goal_wording (position, goal, about, words, written_at) values (?, ?, ?, ?, ?)
            on conflict (position) do nothing
            """);

    private static final Write RATED = new Write("goal", "update goal set rating = ?, rated_at = ? where id = ?");

    private static final Write NUMBERED = new Write("goal_rating", """
            insert into goal_rating (position, goal, rating, rated_at) values (?, ?, ?, ?)
            on conflict (position) do nothing
            """);

    private static final Write MOVED = new Write("goal", "update goal set state = ?, state_since = ? where id = ?");

    private static final Write SHOWN = new Write("goal", "update goal set match = ? where id = ?");

    private final Rows rows;

    GoalProjection(Rows rows) {
        this.rows = rows;
    }

    @EventHandler
    void on(GoalSet fact, @Timestamp Instant at, TrackingToken token) {
        rows.write(
                SET,
                fact.goal().value(),
                fact.participant().value(),
                at,
                fact.about(),
                fact.words(),
                at,
                Rows.position(token));
        worded(fact.goal(), fact.about(), fact.words(), at, token);
    }

    @EventHandler
    void on(GoalReworded fact, @Timestamp Instant at, TrackingToken token) {
        rows.write(REWORDED, fact.about(), fact.words(), fact.goal().value());
        worded(fact.goal(), fact.about(), fact.words(), at, token);
    }

    @EventHandler
    void on(GoalRated fact, @Timestamp Instant at, TrackingToken token) {
        UUID goal = fact.goal().value();
        rows.write(RATED, fact.rating(), at, goal);
        rows.write(NUMBERED, Rows.position(token), goal, fact.rating(), at);
    }

    @EventHandler
    void on(GoalReached fact, @Timestamp Instant at) {
        moved(fact.goal(), "REACHED", at);
    }

    @EventHandler
    void on(GoalLetGo fact, @Timestamp Instant at) {
        moved(fact.goal(), "LET_GO", at);
    }

    @EventHandler
    void on(GoalTakenUpAgain fact, @Timestamp Instant at) {
        moved(fact.goal(), OPEN, at);
    }

    @EventHandler
    void on(GoalShown fact) {
        rows.write(SHOWN, fact.match().value(), fact.goal().value());
    }

    @EventHandler
    void on(GoalShownNoMore fact) {
        rows.write(SHOWN, null, fact.goal().value());
    }

    private void worded(GoalId goal, @Nullable String about, Sealed words, Instant at, TrackingToken token) {
        rows.write(WORDED, Rows.position(token), goal.value(), about, words, at);
    }

    private void moved(GoalId goal, String state, Instant at) {
        rows.write(MOVED, state, at, goal.value());
    }
}

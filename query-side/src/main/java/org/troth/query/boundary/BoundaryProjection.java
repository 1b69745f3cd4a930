package org.troth.query.boundary;

import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.troth.events.boundary.BoundaryEvent.BoundaryChanged;
import org.troth.events.boundary.BoundaryEvent.BoundaryDeclined;
import org.troth.events.boundary.BoundaryEvent.BoundaryLifted;
import org.troth.events.boundary.BoundaryEvent.BoundarySet;
import org.troth.query.rows.KeepsRows;
import org.troth.query.rows.Rows;
import org.troth.query.rows.Write;

/** Keeps one row for each boundary of a match. A No leaves only its instant: nobody counts them. */
@KeepsRows
final class BoundaryProjection {

    private static final Write SET = new Write("boundary", """
            insert into boundary (id, match, participant, volunteer, state, set_by, author, topic, set_at, set_position,
                                  words)
            values (?, ?, ?, ?, 'SET', ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set
                state = excluded.state, set_by = excluded.set_by, author = excluded.author, topic = excluded.topic,
                set_at = excluded.set_at, set_position = excluded.set_position, changed_at = null, no_at = null,
                lifted_at = null, words = excluded.words
            """);

    private static final Write CHANGED = new Write(
            "boundary",
            "update boundary set set_by = ?, author = ?, topic = ?, words = ?, changed_at = ? where id = ?");

    private static final Write DECLINED = new Write("boundary", "update boundary set no_at = ? where id = ?");

    private static final Write LIFTED =
            new Write("boundary", "update boundary set state = 'LIFTED', lifted_at = ? where id = ?");

    private final Rows rows;

    BoundaryProjection(Rows rows) {
        this.rows = rows;
    }

    @EventHandler
    void on(BoundarySet fact, @Timestamp Instant at, TrackingToken token) {
        rows.write(
                SET,
                fact.boundary().value(),
                fact.match().value(),
                fact.participant().value(),
                fact.volunteer().value(),
                fact.by(),
                fact.author(),
                fact.topic(),
                at,
                Rows.position(token),
                fact.words());
    }

    @EventHandler
    void on(BoundaryChanged fact, @Timestamp Instant at) {
        rows.write(
                CHANGED,
                fact.by(),
                fact.author(),
                fact.topic(),
                fact.words(),
                at,
                fact.boundary().value());
    }

    @EventHandler
    void on(BoundaryDeclined fact, @Timestamp Instant at) {
        rows.write(DECLINED, at, fact.boundary().value());
    }

    @EventHandler
    void on(BoundaryLifted fact, @Timestamp Instant at) {
        rows.write(LIFTED, at, fact.boundary().value());
    }
}

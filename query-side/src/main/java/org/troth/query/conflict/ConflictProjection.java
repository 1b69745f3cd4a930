package org.troth.query.conflict;

import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.troth.events.conflict.ConflictEvent.ConflictNameStated;
import org.troth.events.conflict.ConflictEvent.ConflictNameTakenBack;
import org.troth.query.rows.KeepsRows;
import org.troth.query.rows.Rows;
import org.troth.query.rows.Write;

/** Keeps one row for each name on somebody's own list. */
@KeepsRows
final class ConflictProjection {

    private static final Write STATED = new Write("conflict_name", """
            insert into conflict_name (entry, person, relation, name, stated_at, position) values (?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """);

    private static final Write TAKEN_BACK = new Write("conflict_name", "delete from conflict_name where entry = ?");

    private final Rows rows;

    ConflictProjection(Rows rows) {
        this.rows = rows;
    }

    @EventHandler
    void on(ConflictNameStated fact, @Timestamp Instant at, TrackingToken token) {
        rows.write(STATED, fact.entry(), fact.person(), fact.relation(), fact.name(), at, Rows.position(token));
    }

    @EventHandler
    void on(ConflictNameTakenBack fact) {
        rows.write(TAKEN_BACK, fact.entry());
    }
}

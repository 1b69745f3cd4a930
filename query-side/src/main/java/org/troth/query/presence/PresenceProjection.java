package org.troth.query.presence;

import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.troth.events.presence.PresenceEvent.PresenceAgreed;
import org.troth.events.presence.PresenceEvent.PresenceAsked;
import org.troth.events.presence.PresenceEvent.PresenceDeclined;
import org.troth.query.rows.KeepsRows;
import org.troth.query.rows.Rows;
import org.troth.query.rows.Write;

/** Keeps one row for each question. That nobody comes leaves no trace of whose wish it was. */
@KeepsRows
final class PresenceProjection {

    private static final Write ASKED = new Write("presence", """
            insert into presence (id, match, participant, volunteer, guest, day, state, asked_by, asked_at, asked_position)
            values (?, ?, ?, ?, ?, ?, 'ASKED', ?, ?, ?)
            on conflict (id) do update set state = excluded.state
            """);

    private static final Write MOVED = new Write("presence", "update presence set state = ? where id = ?");

    private final Rows rows;

    PresenceProjection(Rows rows) {
        this.rows = rows;
    }

    @EventHandler
    void on(PresenceAsked fact, @Timestamp Instant at, TrackingToken token) {
        rows.write(
                ASKED,
                fact.presence().value(),
                fact.match().value(),
                fact.participant().value(),
                fact.volunteer().value(),
                fact.guest(),
                fact.day(),
                fact.by(),
                at,
                Rows.position(token));
    }

    @EventHandler
    void on(PresenceAgreed fact) {
        rows.write(MOVED, "MAY_COME", fact.presence().value());
    }

    @EventHandler
    void on(PresenceDeclined fact) {
        rows.write(MOVED, "NOBODY_COMES", fact.presence().value());
    }
}

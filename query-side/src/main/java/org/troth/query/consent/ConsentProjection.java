package org.troth.query.consent;

import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.troth.events.consent.ConsentEvent.ConsentAsked;
import org.troth.events.consent.ConsentEvent.ConsentDeclined;
import org.troth.events.consent.ConsentEvent.ConsentExpired;
import org.troth.events.consent.ConsentEvent.ConsentGiven;
import org.troth.events.consent.ConsentEvent.ConsentWithdrawn;
import org.troth.query.rows.KeepsRows;
import org.troth.query.rows.Rows;
import org.troth.query.rows.Write;

/** Keeps one row for each question of consent. */
@KeepsRows
final class ConsentProjection {

    private static final Write ASKED = new Write("consent", """
            insert into consent (id, participant, state, purpose, recipient_kind, recipient, classes, text_name,
                                 text_version, text_language, text_sha256, last_day, asked_at, asked_position)
            values (?, ?, 'ASKED', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set
                state = excluded.state, asked_at = excluded.asked_at, asked_position = excluded.asked_position,
                answered_at = null, ended_at = null
            """);

    private static final Write ANSWERED =
            new Write("consent", "update consent set state = ?, answered_at = ? where id = ?");

    private static final Write ENDED = new Write("consent", "update consent set state = ?, ended_at = ? where id = ?");

    private final Rows rows;

    ConsentProjection(Rows rows) {
        this.rows = rows;
    }

    @EventHandler
    void on(ConsentAsked fact, @Timestamp Instant at, TrackingToken token) {
        rows.write(
                ASKED,
                fact.consent().value(),
                fact.participant().value(),
                fact.purpose(),
                fact.recipient().kind(),
                fact.recipient().id(),
                fact.classes(),
                fact.text().name(),
                fact.text().version(),
                fact.text().language(),
                fact.text().sha256(),
                fact.lastDay(),
                at,
                Rows.position(token));
    }

    @EventHandler
    void on(ConsentGiven fact, @Timestamp Instant at) {
        rows.write(ANSWERED, "GIVEN", at, fact.consent().value());
    }

    @EventHandler
    void on(ConsentDeclined fact, @Timestamp Instant at) {
        rows.write(ANSWERED, "DECLINED", at, fact.consent().value());
    }

    @EventHandler
    void on(ConsentWithdrawn fact, @Timestamp Instant at) {
        rows.write(ENDED, "WITHDRAWN", at, fact.consent().value());
    }

    @EventHandler
    void on(ConsentExpired fact, @Timestamp Instant at) {
        rows.write(ENDED, "EXPIRED", at, fact.consent().value());
    }
}

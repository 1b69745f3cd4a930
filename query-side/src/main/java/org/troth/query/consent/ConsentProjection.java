package org.troth.query.consent;

import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.troth.events.consent.ConsentEvent.ConsentAsked;
import org.troth.events.consent.ConsentEvent.ConsentDeclined;
import org.troth.events.consent.ConsentEvent.ConsentExpired;
import org.troth.events.consent.ConsentEvent.ConsentGiven;
import org.troth.events.consent.ConsentEvent.ConsentRenewalAsked;
import org.troth.events.consent.ConsentEvent.ConsentTalkedThrough;
import org.troth.events.consent.ConsentEvent.ConsentUnderstood;
import org.troth.events.consent.ConsentEvent.ConsentWithdrawn;
import org.troth.events.consent.ConsentEvent.ReadingLevel;
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
            understood_at = null, answered_at = null, ended_at = null, said_position = null
        """);

    private static final Write ASKED_ANEW = new Write("consent", """
        update consent set asked_anew = true
         where participant = ? and purpose = ? and recipient is not distinct from ?::uuid and asked_position < ?
        """);

    private static final Write TALKED = new Write("consent", """
        update consent set talked_language = ?, interpreting = ? where id = ?
        """);

    private static final Write UNDERSTOOD = new Write("consent", """
        update consent set understood_at = ?, reading_scale = ?, reading_level = ? where id = ?
        """);

    private static final Write RENEWS = new Write("consent", "update consent set renews = ? where id = ?");

    private static final Write RENEWED = new Write("consent", "update consent set renewed = true where id = ?");

    private static final Write ANSWERED = new Write("consent", """
        update consent set state = ?, answered_at = ?, said_position = ? where id = ?
        """);

    private static final Write TAKEN_BACK = new Write("consent", """
        update consent set state = 'WITHDRAWN', ended_at = ?, said_position = ? where id = ?
        """);

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
        rows.write(
                ASKED_ANEW,
                fact.participant().value(),
                fact.purpose(),
                fact.recipient().id(),
                Rows.position(token));
    }

    @EventHandler
    void on(ConsentRenewalAsked fact) {
        rows.write(RENEWS, fact.renews().value(), fact.consent().value());
        rows.write(RENEWED, fact.renews().value());
    }

    @EventHandler
    void on(ConsentTalkedThrough fact) {
        rows.write(TALKED, fact.language(), fact.interpreting(), fact.consent().value());
    }

    @EventHandler
    void on(ConsentUnderstood fact, @Timestamp Instant at) {
        ReadingLevel reading = fact.reading();
        rows.write(
                UNDERSTOOD,
                at,
                reading == null ? null : reading.scale(),
                reading == null ? null : reading.level(),
                fact.consent().value());
    }

    @EventHandler
    void on(ConsentGiven fact, @Timestamp Instant at, TrackingToken token) {
        rows.write(ANSWERED, "GIVEN", at, Rows.position(token), fact.consent().value());
    }

    @EventHandler
    void on(ConsentDeclined fact, @Timestamp Instant at, TrackingToken token) {
        rows.write(
                ANSWERED, "DECLINED", at, Rows.position(token), fact.consent().value());
    }

    @EventHandler
    void on(ConsentWithdrawn fact, @Timestamp Instant at, TrackingToken token) {
        rows.write(TAKEN_BACK, at, Rows.position(token), fact.consent().value());
    }

    @EventHandler
    void on(ConsentExpired fact, @Timestamp Instant at) {
        rows.write(ENDED, "EXPIRED", at, fact.consent().value());
    }
}

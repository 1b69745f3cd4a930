package org.troth.query.overview;

import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.troth.events.presence.PresenceEvent;
import org.troth.events.presence.PresenceEvent.PresenceAgreed;
import org.troth.events.presence.PresenceEvent.PresenceAsked;
import org.troth.events.presence.PresenceEvent.PresenceDeclined;
import org.troth.query.rows.KeepsRows;
import org.troth.query.rows.Rows;

/** Tells what was asked about the presence of others, and what came of it. */
@KeepsRows
final class PresenceChronicleProjection {

    private final Chronicle chronicle;

    PresenceChronicleProjection(Rows rows) {
        chronicle = new Chronicle(rows);
    }

    @EventHandler
    void on(PresenceAsked fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token)
                .with(fact.volunteer())
                .code(fact.guest().name())
                .until(fact.day())
                .tell();
    }

    @EventHandler
    void on(PresenceAgreed fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).tell();
    }

    @EventHandler
    void on(PresenceDeclined fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).tell();
    }

    private Chronicle.Line line(PresenceEvent fact, EventMessage<?> message, TrackingToken token) {
        return chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .about(fact.presence().value());
    }
}

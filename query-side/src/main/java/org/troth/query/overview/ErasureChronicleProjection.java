package org.troth.query.overview;

import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.troth.events.ParticipantId;
import org.troth.events.VolunteerId;
import org.troth.events.erasure.ErasureEvent;
import org.troth.events.erasure.ErasureEvent.ErasureNotedByMistake;
import org.troth.events.erasure.ErasureEvent.ErasureRequestTakenBack;
import org.troth.events.erasure.ErasureEvent.ErasureRequested;
import org.troth.query.rows.KeepsRows;
import org.troth.query.rows.Rows;

/** Tells that somebody asked to be forgotten, and what became of it. */
@KeepsRows
final class ErasureChronicleProjection {

    private final Chronicle chronicle;

    ErasureChronicleProjection(Rows rows) {
        chronicle = new Chronicle(rows);
    }

    @EventHandler
    void on(ErasureRequested fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).until(fact.answerBy()).tell();
    }

    @EventHandler
    void on(ErasureRequestTakenBack fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).tell();
    }

    @EventHandler
    void on(ErasureNotedByMistake fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).code(fact.reason()).tell();
    }

    private Chronicle.Line line(ErasureEvent fact, EventMessage<?> message, TrackingToken token) {
        Chronicle.Line line = chronicle.of(fact, message, token);
        return switch (fact.side()) {
            case PARTICIPANT -> line.with(new ParticipantId(fact.person()));
            case VOLUNTEER -> line.with(new VolunteerId(fact.person()));
        };
    }
}

package org.troth.query.overview;

import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.troth.events.ParticipantId;
import org.troth.events.VolunteerId;
import org.troth.events.conflict.ConflictEvent;
import org.troth.events.conflict.ConflictEvent.ConflictNameStated;
import org.troth.events.conflict.ConflictEvent.ConflictNameTakenBack;
import org.troth.query.rows.KeepsRows;
import org.troth.query.rows.Rows;

/** Tells that somebody's own list changed, and not what was put on it. */
@KeepsRows
final class ConflictChronicleProjection {

    private final Chronicle chronicle;

    ConflictChronicleProjection(Rows rows) {
        chronicle = new Chronicle(rows);
    }

    @EventHandler
    void on(ConflictNameStated fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).tell();
    }

    @EventHandler
    void on(ConflictNameTakenBack fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).tell();
    }

    private Chronicle.Line line(ConflictEvent fact, EventMessage<?> message, TrackingToken token) {
        Chronicle.Line line = chronicle.of(fact, message, token);
        return switch (fact.side()) {
            case PARTICIPANT -> line.with(new ParticipantId(fact.person()));
            case VOLUNTEER -> line.with(new VolunteerId(fact.person()));
        };
    }
}

package org.troth.query.overview;

import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.troth.events.ParticipantId;
import org.troth.events.VolunteerId;
import org.troth.events.charter.CharterEvent.CharterAcknowledged;
import org.troth.events.charter.CharterEvent.OutsideRoleDecided;
import org.troth.events.charter.CharterEvent.OutsideRoleSaid;
import org.troth.query.rows.KeepsRows;
import org.troth.query.rows.Rows;

/** Tells who read the charter of the role, and what was said and decided about what lies outside it. */
@KeepsRows
final class CharterChronicleProjection {

    private final Chronicle chronicle;

    CharterChronicleProjection(Rows rows) {
        chronicle = new Chronicle(rows);
    }

    @EventHandler
    void on(CharterAcknowledged fact, EventMessage<?> message, TrackingToken token) {
        Chronicle.Line line = chronicle.of(fact, message, token);
        switch (fact.by()) {
            case PARTICIPANT -> line.with(new ParticipantId(fact.person()));
            case VOLUNTEER -> line.with(new VolunteerId(fact.person()));
        }
        line.about(fact.acknowledgement().value())
                .code("version " + fact.charter().version() + ", "
                        + fact.charter().language())
                .by(fact.by())
                .tell();
    }

    @EventHandler
    void on(OutsideRoleSaid fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .with(fact.volunteer())
                .about(fact.outside().value())
                .code(fact.kind())
                .tell();
    }

    @EventHandler
    void on(OutsideRoleDecided fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .with(fact.volunteer())
                .about(fact.outside().value())
                .code(fact.decision().name())
                .tell();
    }
}

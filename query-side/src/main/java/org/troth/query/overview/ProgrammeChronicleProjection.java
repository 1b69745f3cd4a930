package org.troth.query.overview;

import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.troth.events.programme.ProgrammeEvent.ProgrammeCodeOffered;
import org.troth.events.programme.ProgrammeEvent.ProgrammeCodeWithdrawn;
import org.troth.query.rows.KeepsRows;
import org.troth.query.rows.Rows;

/** Tells which codes the programme offers, and which no more. */
@KeepsRows
final class ProgrammeChronicleProjection {

    private final Chronicle chronicle;

    ProgrammeChronicleProjection(Rows rows) {
        chronicle = new Chronicle(rows);
    }

    @EventHandler
    void on(ProgrammeCodeOffered fact, EventMessage<?> message, TrackingToken token) {
        chronicle.of(fact, message, token).code(fact.code()).tell();
    }

    @EventHandler
    void on(ProgrammeCodeWithdrawn fact, EventMessage<?> message, TrackingToken token) {
        chronicle.of(fact, message, token).code(fact.code()).tell();
    }
}

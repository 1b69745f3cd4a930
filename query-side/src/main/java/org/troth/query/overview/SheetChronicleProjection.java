package org.troth.query.overview;

import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.troth.events.sheet.SheetEvent.SheetPublished;
import org.troth.events.sheet.SheetEvent.SheetReviewed;
import org.troth.events.sheet.SheetEvent.SheetTakenBack;
import org.troth.query.rows.KeepsRows;
import org.troth.query.rows.Rows;

/** Tells which information sheets were published, and looked at again. */
@KeepsRows
final class SheetChronicleProjection {

    private final Chronicle chronicle;

    SheetChronicleProjection(Rows rows) {
        chronicle = new Chronicle(rows);
    }

    @EventHandler
    void on(SheetPublished fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .about(fact.sheet().value())
                .code("version-" + fact.version())
                .until(fact.review().reviewBy())
                .tell();
    }

    @EventHandler
    void on(SheetReviewed fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .about(fact.sheet().value())
                .until(fact.review().reviewBy())
                .tell();
    }

    @EventHandler
    void on(SheetTakenBack fact, EventMessage<?> message, TrackingToken token) {
        chronicle.of(fact, message, token).about(fact.sheet().value()).tell();
    }
}

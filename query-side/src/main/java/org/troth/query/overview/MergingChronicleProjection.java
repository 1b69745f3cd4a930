package org.troth.query.overview;

import java.util.UUID;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.troth.events.merging.MergingEvent;
import org.troth.events.merging.MergingEvent.MergeDropped;
import org.troth.events.merging.MergingEvent.MergeProposed;
import org.troth.events.merging.MergingEvent.MergeUndone;
import org.troth.events.merging.MergingEvent.PersonsMerged;
import org.troth.query.rows.KeepsRows;
import org.troth.query.rows.Rows;

/** Tells in each of two records what was thought and decided about the other one. */
@KeepsRows
final class MergingChronicleProjection {

    private final Chronicle chronicle;

    MergingChronicleProjection(Rows rows) {
        chronicle = new Chronicle(rows);
    }

    @EventHandler
    void on(MergeProposed fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).code(fact.ground()).tell();
    }

    @EventHandler
    void on(MergeDropped fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).tell();
    }

    @EventHandler
    void on(PersonsMerged fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).code(fact.ground()).tell();
    }

    @EventHandler
    void on(MergeUndone fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).tell();
    }

    private Chronicle.Line line(MergingEvent fact, EventMessage<?> message, TrackingToken token) {
        return chronicle.of(fact, message, token).with(fact.participant()).about(other(fact));
    }

    private static UUID other(MergingEvent fact) {
        return fact.participant().equals(fact.kept())
                ? fact.merged().value()
                : fact.kept().value();
    }
}

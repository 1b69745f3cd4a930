package org.troth.query.overview;

import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.troth.events.plan.PlanEvent;
import org.troth.events.plan.PlanEvent.PlanClosed;
import org.troth.events.plan.PlanEvent.PlanOpened;
import org.troth.events.plan.PlanEvent.PlanSectionBegun;
import org.troth.events.plan.PlanEvent.PlanSectionLedToGoals;
import org.troth.events.plan.PlanEvent.PlanSectionReworded;
import org.troth.events.plan.PlanEvent.PlanSectionShown;
import org.troth.events.plan.PlanEvent.PlanSectionShownNoMore;
import org.troth.events.plan.PlanEvent.PlanStepAdded;
import org.troth.events.plan.PlanEvent.PlanStepDone;
import org.troth.events.plan.PlanEvent.PlanStepNotDone;
import org.troth.query.rows.KeepsRows;
import org.troth.query.rows.Rows;

/** Tells who did what about a joint plan; never which section it was, and nothing that stands in one. */
@KeepsRows
final class PlanChronicleProjection {

    private final Chronicle chronicle;

    PlanChronicleProjection(Rows rows) {
        chronicle = new Chronicle(rows);
    }

    @EventHandler
    void on(PlanOpened fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).tell();
    }

    @EventHandler
    void on(PlanSectionBegun fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).tell();
    }

    @EventHandler
    void on(PlanSectionReworded fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).tell();
    }

    @EventHandler
    void on(PlanSectionLedToGoals fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).tell();
    }

    @EventHandler
    void on(PlanSectionShown fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).with(fact.volunteer()).tell();
    }

    @EventHandler
    void on(PlanSectionShownNoMore fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).with(fact.volunteer()).tell();
    }

    @EventHandler
    void on(PlanStepAdded fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).tell();
    }

    @EventHandler
    void on(PlanStepDone fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).tell();
    }

    @EventHandler
    void on(PlanStepNotDone fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).tell();
    }

    @EventHandler
    void on(PlanClosed fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).tell();
    }

    private Chronicle.Line line(PlanEvent fact, EventMessage<?> message, TrackingToken token) {
        return chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .about(fact.plan().value());
    }
}

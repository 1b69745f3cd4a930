package org.troth.query.overview;

import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.troth.events.goal.GoalEvent;
import org.troth.events.goal.GoalEvent.GoalLetGo;
import org.troth.events.goal.GoalEvent.GoalRated;
import org.troth.events.goal.GoalEvent.GoalReached;
import org.troth.events.goal.GoalEvent.GoalReworded;
import org.troth.events.goal.GoalEvent.GoalSet;
import org.troth.events.goal.GoalEvent.GoalShown;
import org.troth.events.goal.GoalEvent.GoalShownNoMore;
import org.troth.events.goal.GoalEvent.GoalTakenUpAgain;
import org.troth.query.rows.KeepsRows;
import org.troth.query.rows.Rows;

/** Tells what a participant did about their goals; never what about, and never the number. */
@KeepsRows
final class GoalChronicleProjection {

    private final Chronicle chronicle;

    GoalChronicleProjection(Rows rows) {
        chronicle = new Chronicle(rows);
    }

    @EventHandler
    void on(GoalSet fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).tell();
    }

    @EventHandler
    void on(GoalReworded fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).tell();
    }

    @EventHandler
    void on(GoalRated fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).tell();
    }

    @EventHandler
    void on(GoalReached fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).tell();
    }

    @EventHandler
    void on(GoalLetGo fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).tell();
    }

    @EventHandler
    void on(GoalTakenUpAgain fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).tell();
    }

    @EventHandler
    void on(GoalShown fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).with(fact.volunteer()).tell();
    }

    @EventHandler
    void on(GoalShownNoMore fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).with(fact.volunteer()).tell();
    }

    private Chronicle.Line line(GoalEvent fact, EventMessage<?> message, TrackingToken token) {
        return chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .about(fact.goal().value());
    }
}

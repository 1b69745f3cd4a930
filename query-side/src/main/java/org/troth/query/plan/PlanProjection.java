package org.troth.query.plan;

import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.troth.events.PlanStepId;
import org.troth.events.plan.JointPlan.State;
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
import org.troth.query.rows.Write;

/** Keeps one row for each plan, section and step, and every wording of each section. */
@KeepsRows
final class PlanProjection {

    private static final Write OPENED = new Write("plan", """
            insert into plan (id, participant, state, opened_at, opened_position) values (?, ?, 'OPEN', ?, ?)
            on conflict (id) do update set state = excluded.state, closed_at = null
            """);

    private static final Write CLOSED =
            new Write("plan", "update plan set state = 'CLOSED', closed_at = ? where id = ?");

    private static final Write BEGUN = new Write("plan_section", """
            insert into plan_section (id, plan, participant, discipline, match, goals, begun_position)
            values (?, ?, ?, ?, ?, 0, ?)
            on conflict (id) do update set shown_in = null, goals = 0
            """);

    private static final Write LED = new Write("plan_section", "update plan_section set goals = ? where id = ?");

    private static final Write SHOWN = new Write("plan_section", "update plan_section set shown_in = ? where id = ?");

    private static final Write WORDED = new Write("plan_wording", """
            insert into plan_wording (position, section, words, written_by, written_at) values (?, ?, ?, ?, ?)
            on conflict (position) do nothing
            """);

    private static final Write ADDED = new Write("plan_step", """
            insert into plan_step (id, section, words, doer, due, state, added_position, added_at)
            values (?, ?, ?, ?, ?, 'TO_DO', ?, ?)
            on conflict (id) do update set state = excluded.state, said_at = null
            """);

    private static final Write SAID =
            new Write("plan_step", "update plan_step set state = ?, said_at = ? where id = ?");

    private final Rows rows;

    PlanProjection(Rows rows) {
        this.rows = rows;
    }

    @EventHandler
    void on(PlanOpened fact, @Timestamp Instant at, TrackingToken token) {
        rows.write(OPENED, fact.plan().value(), fact.participant().value(), at, Rows.position(token));
    }

    @EventHandler
    void on(PlanClosed fact, @Timestamp Instant at) {
        rows.write(CLOSED, at, fact.plan().value());
    }

    @EventHandler
    void on(PlanSectionBegun fact, @Timestamp Instant at, TrackingToken token) {
        rows.write(
                BEGUN,
                fact.section().value(),
                fact.plan().value(),
                fact.participant().value(),
                fact.discipline(),
                fact.match() == null ? null : fact.match().value(),
                Rows.position(token));
        rows.write(
                WORDED,
                Rows.position(token),
                fact.section().value(),
                fact.words(),
                fact.by().name(),
                at);
    }

    @EventHandler
    void on(PlanSectionReworded fact, @Timestamp Instant at, TrackingToken token) {
        rows.write(
                WORDED,
                Rows.position(token),
                fact.section().value(),
                fact.words(),
                fact.by().name(),
                at);
    }

    @EventHandler
    void on(PlanSectionLedToGoals fact) {
        rows.write(LED, fact.goals().size(), fact.section().value());
    }

    @EventHandler
    void on(PlanSectionShown fact) {
        rows.write(SHOWN, fact.match().value(), fact.section().value());
    }

    @EventHandler
    void on(PlanSectionShownNoMore fact) {
        rows.write(SHOWN, null, fact.section().value());
    }

    @EventHandler
    void on(PlanStepAdded fact, @Timestamp Instant at, TrackingToken token) {
        rows.write(
                ADDED,
                fact.step().value(),
                fact.section().value(),
                fact.words(),
                fact.doer().name(),
                fact.due(),
                Rows.position(token),
                at);
    }

    @EventHandler
    void on(PlanStepDone fact, @Timestamp Instant at) {
        said(fact.step(), State.DONE, at);
    }

    @EventHandler
    void on(PlanStepNotDone fact, @Timestamp Instant at) {
        said(fact.step(), State.NOT_DONE, at);
    }

    private void said(PlanStepId step, State state, Instant at) {
        rows.write(SAID, state.name(), at, step.value());
    }
}

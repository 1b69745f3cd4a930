package org.troth.command.plan;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.troth.command.law.HouseLaw;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.PlanId;
import org.troth.events.PlanSectionId;
import org.troth.events.PlanStepId;
import org.troth.events.VolunteerId;
import org.troth.events.matching.MatchInForce.Standing;
import org.troth.events.plan.JointPlan;
import org.troth.events.plan.PlanEvent.Hand;
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

/**
 * One joint plan of one participant. In which part somebody writes, and through which match, whoever asks has found out; here it
 * is decided what each part may do.
 */
@Aggregate
class Plan {

    private static final int MOST_STEPS = 50;

    /** What decides about a section. */
    private record Section(
            String discipline,
            @Nullable MatchId match,
            int version,
            int steps,
            @Nullable MatchId shownIn,
            @Nullable VolunteerId shownTo) {

        Section reworded() {
            return new Section(discipline, match, version + 1, steps, shownIn, shownTo);
        }

        Section withStep() {
            return new Section(discipline, match, version, steps + 1, shownIn, shownTo);
        }

        Section shown(@Nullable MatchId in, @Nullable VolunteerId to) {
            return new Section(discipline, match, version, steps, in, to);
        }
    }

    /** What decides about a step. */
    private record Step(
            PlanSectionId section,
            Hand doer,
            int version,
            @Nullable Boolean done) {}

    private final Map<PlanSectionId, Section> sections = new LinkedHashMap<>();
    private final Map<PlanStepId, Step> steps = new LinkedHashMap<>();

    @AggregateIdentifier
    private PlanId id;

    // Set by the first fact, which every other handler comes after.
    @SuppressWarnings("NullAway.Init")
    private ParticipantId participant;

    private boolean open;

    Plan() {}

    @CommandHandler
    Plan(OpenPlan command) {
        if (!command.standing().supported()) {
            throw PlanRefused.notSupported();
        }
        apply(new PlanOpened(command.plan(), command.participant(), HouseLaw.PLAN_OPENING));
    }

    @CommandHandler
    void handle(BeginSection command) {
        onlyWhileOpen();
        mayWrite(command.discipline(), command.by());
        MatchId match = command.match();
        if (command.discipline().equals(JointPlan.PEER)) {
            walksBeside(command.standing());
        }
        if (sections.values().stream()
                .anyMatch(each -> each.discipline().equals(command.discipline())
                        && (match == null || match.equals(each.match())))) {
            throw PlanRefused.begunAlready();
        }
        apply(new PlanSectionBegun(
                id,
                participant,
                command.section(),
                command.discipline(),
                match,
                command.by(),
                command.words(),
                HouseLaw.PLAN_WRITING));
    }

    @CommandHandler
    void handle(RewordSection command) {
        onlyWhileOpen();
        Section section = section(command.section());
        mayWrite(section.discipline(), command.by());
        if (command.version() != section.version()) {
            throw PlanRefused.changedMeanwhile();
        }
        apply(new PlanSectionReworded(id, participant, command.section(), command.by(), command.words()));
    }

    @CommandHandler
    void handle(LeadToGoals command) {
        onlyWhileOpen();
        section(command.section());
        apply(new PlanSectionLedToGoals(id, participant, command.section(), command.goals()));
    }

    @CommandHandler
    void handle(AddStep command) {
        onlyWhileOpen();
        Section section = section(command.section());
        mayWrite(section.discipline(), command.by());
        if (section.steps() == MOST_STEPS) {
            throw PlanRefused.enoughSteps();
        }
        apply(new PlanStepAdded(
                id,
                participant,
                command.section(),
                command.step(),
                command.by(),
                command.doer(),
                command.due(),
                command.words()));
    }

    @CommandHandler
    void handle(MarkStep command) {
        onlyWhileOpen();
        Step step = steps.get(command.step());
        if (step == null) {
            throw new IllegalStateException("no such step of this plan");
        }
        if (command.by() != Hand.COORDINATOR && command.by() != step.doer()) {
            throw PlanRefused.anothersStep();
        }
        if (command.version() != step.version()) {
            throw PlanRefused.changedMeanwhile();
        }
        if (Boolean.valueOf(command.done()).equals(step.done())) {
            throw PlanRefused.saidAlready();
        }
        apply(
                command.done()
                        ? new PlanStepDone(id, participant, step.section(), command.step(), command.by())
                        : new PlanStepNotDone(id, participant, step.section(), command.step(), command.by()));
    }

    @CommandHandler
    void handle(ShowSection command) {
        onlyWhileOpen();
        Section section = section(command.section());
        VolunteerId volunteer = walksBeside(command.standing());
        if (command.match().equals(section.match()) || command.match().equals(section.shownIn())) {
            throw PlanRefused.shownAlready();
        }
        if (section.match() != null) {
            // What was written in one match is for nobody who comes after.
            throw PlanRefused.nobodyThere();
        }
        apply(new PlanSectionShown(
                id, participant, command.section(), volunteer, command.match(), HouseLaw.PLAN_SHOWING));
    }

    @CommandHandler
    void handle(ShowSectionNoMore command) {
        Section section = section(command.section());
        if (section.shownIn() == null || section.shownTo() == null) {
            throw PlanRefused.notShown();
        }
        apply(new PlanSectionShownNoMore(id, participant, command.section(), section.shownTo(), section.shownIn()));
    }

    @CommandHandler
    void handle(ClosePlan command) {
        onlyWhileOpen();
        apply(new PlanClosed(id, participant, command.ending(), HouseLaw.PLAN_CLOSING));
    }

    private void onlyWhileOpen() {
        if (!open) {
            throw PlanRefused.closed();
        }
    }

    /** Own words are nobody else's to write; beside somebody one writes of that alone; the rest is the programme's work. */
    private static void mayWrite(String discipline, Hand by) {
        boolean may = switch (by) {
            case PARTICIPANT -> discipline.equals(JointPlan.OWN);
            case VOLUNTEER -> discipline.equals(JointPlan.PEER);
            case COORDINATOR -> !discipline.equals(JointPlan.OWN);
        };
        if (!may) {
            throw PlanRefused.anothersField();
        }
    }

    private VolunteerId walksBeside(@Nullable Standing standing) {
        VolunteerId volunteer = standing == null ? null : standing.volunteer();
        if (standing == null
                || volunteer == null
                || !standing.started()
                || !participant.equals(standing.participant())) {
            throw PlanRefused.nobodyThere();
        }
        return volunteer;
    }

    private Section section(PlanSectionId section) {
        Section found = sections.get(section);
        if (found == null) {
            throw new IllegalStateException("no such section of this plan");
        }
        return found;
    }

    @EventSourcingHandler
    void on(PlanOpened fact) {
        id = fact.plan();
        participant = fact.participant();
        open = true;
    }

    @EventSourcingHandler
    void on(PlanSectionBegun fact) {
        sections.put(fact.section(), new Section(fact.discipline(), fact.match(), 1, 0, null, null));
    }

    @EventSourcingHandler
    void on(PlanSectionReworded fact) {
        sections.computeIfPresent(fact.section(), (same, section) -> section.reworded());
    }

    @EventSourcingHandler
    void on(PlanSectionLedToGoals fact) {
        // Where it leads decides nothing here.
    }

    @EventSourcingHandler
    void on(PlanSectionShown fact) {
        sections.computeIfPresent(fact.section(), (same, section) -> section.shown(fact.match(), fact.volunteer()));
    }

    @EventSourcingHandler
    void on(PlanSectionShownNoMore fact) {
        sections.computeIfPresent(fact.section(), (same, section) -> section.shown(null, null));
    }

    @EventSourcingHandler
    void on(PlanStepAdded fact) {
        sections.computeIfPresent(fact.section(), (same, section) -> section.withStep());
        steps.put(fact.step(), new Step(fact.section(), fact.doer(), 0, null));
    }

    @EventSourcingHandler
    void on(PlanStepDone fact) {
        said(fact.step(), true);
    }

    @EventSourcingHandler
    void on(PlanStepNotDone fact) {
        said(fact.step(), false);
    }

    @EventSourcingHandler
    void on(PlanClosed fact) {
        open = false;
    }

    private void said(PlanStepId step, boolean done) {
        steps.computeIfPresent(step, (same, was) -> new Step(was.section(), was.doer(), was.version() + 1, done));
    }
}

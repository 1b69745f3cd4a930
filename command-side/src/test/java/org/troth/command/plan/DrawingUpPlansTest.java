package org.troth.command.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.troth.command.law.HouseLaw;
import org.troth.command.record.MemorySealing;
import org.troth.events.GoalId;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.PlanId;
import org.troth.events.PlanSectionId;
import org.troth.events.PlanStepId;
import org.troth.events.VolunteerId;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;
import org.troth.events.matching.MatchInForce.Standing;
import org.troth.events.participant.Enrolment;
import org.troth.events.plan.JointPlan;
import org.troth.events.plan.PlanEvent.Ending;
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
import org.troth.events.recording.Precondition;

/** S3-28: who may do what in a plan that several people write. */
class DrawingUpPlansTest {

    private final AggregateTestFixture<Plan> fixture = new AggregateTestFixture<>(Plan.class);
    private final PlanId id = new PlanId(UUID.randomUUID());
    private final ParticipantId p = new ParticipantId(UUID.randomUUID());
    private final VolunteerId v = new VolunteerId(UUID.randomUUID());
    private final MatchId match = new MatchId(UUID.randomUUID());
    private final MatchId later = new MatchId(UUID.randomUUID());
    private final PlanSectionId law = new PlanSectionId(UUID.randomUUID());
    private final PlanSectionId own = new PlanSectionId(UUID.randomUUID());
    private final PlanSectionId peer = new PlanSectionId(UUID.randomUUID());
    private final PlanSectionId next = new PlanSectionId(UUID.randomUUID());
    private final PlanStepId step = new PlanStepId(UUID.randomUUID());
    private final Standing matched = new Standing(true, p, v, new Precondition(match.toString(), 4));
    private final Standing ended = new Standing(false, p, v, new Precondition(match.toString(), 5));
    private final LocalDate due = LocalDate.of(2026, 12, 1);

    private final PlanOpened opened = new PlanOpened(id, p, HouseLaw.PLAN_OPENING);
    private final PlanClosed closed = new PlanClosed(id, p, Ending.DECIDED, HouseLaw.PLAN_CLOSING);
    private final PlanSectionBegun lawBegun = begun(law, "legal", null, Hand.COORDINATOR);
    private final PlanSectionBegun ownBegun = begun(own, JointPlan.OWN, null, Hand.PARTICIPANT);
    private final PlanSectionBegun peerBegun = begun(peer, JointPlan.PEER, match, Hand.VOLUNTEER);
    private final PlanSectionShown shown = new PlanSectionShown(id, p, law, v, match, HouseLaw.PLAN_SHOWING);
    private final PlanSectionShownNoMore hidden = new PlanSectionShownNoMore(id, p, law, v, match);

    private static Sealed words(PlanSectionId section, String text) {
        return new MemorySealing().seal(Words.PLAN_SECTION, section.value(), text);
    }

    private Sealed stepWords() {
        return new MemorySealing().seal(Words.PLAN_STEP, law.value(), "call the court");
    }

    private PlanSectionBegun begun(PlanSectionId section, String discipline, @Nullable MatchId in, Hand by) {
        return new PlanSectionBegun(id, p, section, discipline, in, by, words(section, "x"), HouseLaw.PLAN_WRITING);
    }

    private BeginSection begin(PlanSectionId section, String discipline, Hand by) {
        return new BeginSection(id, section, discipline, null, null, by, words(section, "x"));
    }

    private BeginSection beginPeer(PlanSectionId section, MatchId in, Standing standing, Hand by) {
        return new BeginSection(id, section, JointPlan.PEER, in, standing, by, words(section, "x"));
    }

    private PlanStepAdded added(Hand doer) {
        return new PlanStepAdded(id, p, law, step, Hand.COORDINATOR, doer, due, stepWords());
    }

    @Test
    void isOpenedWithWhoeverIsSupportedNow() {
        Precondition at = new Precondition(p.toString(), 2);
        fixture.givenNoPriorActivity()
                .when(new OpenPlan(id, p, new Enrolment.Standing(true, true, at)))
                .expectEvents(opened);
        refused(
                fixture.givenNoPriorActivity().when(new OpenPlan(id, p, new Enrolment.Standing(true, false, at))),
                PlanRefused.notSupported());
    }

    @Test
    void letsEachWriteInTheirOwnField() {
        fixture.given(opened).when(begin(law, "legal", Hand.COORDINATOR)).expectEvents(lawBegun);
        fixture.given(opened).when(begin(own, JointPlan.OWN, Hand.PARTICIPANT)).expectEvents(ownBegun);
        fixture.given(opened)
                .when(beginPeer(peer, match, matched, Hand.VOLUNTEER))
                .expectEvents(peerBegun);
        for (BeginSection wrong : List.of(
                begin(own, JointPlan.OWN, Hand.COORDINATOR),
                begin(law, "legal", Hand.PARTICIPANT),
                begin(law, "legal", Hand.VOLUNTEER),
                begin(own, JointPlan.OWN, Hand.VOLUNTEER),
                beginPeer(peer, match, matched, Hand.PARTICIPANT))) {
            refused(fixture.given(opened).when(wrong), PlanRefused.anothersField());
        }
        refused(
                fixture.given(opened, ownBegun)
                        .when(new RewordSection(id, own, 1, Hand.COORDINATOR, words(own, "theirs"))),
                PlanRefused.anothersField());
        refused(
                fixture.given(opened, lawBegun)
                        .when(new AddStep(id, law, step, Hand.PARTICIPANT, Hand.PARTICIPANT, null, stepWords())),
                PlanRefused.anothersField());
    }

    @Test
    void hasOneSectionOfADisciplineAndOneOfPeerSupportForEachMatch() {
        refused(
                fixture.given(opened, lawBegun).when(begin(next, "legal", Hand.COORDINATOR)),
                PlanRefused.begunAlready());
        refused(
                fixture.given(opened, peerBegun).when(beginPeer(next, match, matched, Hand.COORDINATOR)),
                PlanRefused.begunAlready());
        fixture.given(opened, peerBegun)
                .when(beginPeer(next, later, matched, Hand.VOLUNTEER))
                .expectEvents(begun(next, JointPlan.PEER, later, Hand.VOLUNTEER));
        refused(fixture.given(opened).when(beginPeer(peer, match, ended, Hand.COORDINATOR)), PlanRefused.nobodyThere());
    }

    @Test
    void letsNobodyOverwriteWhatTheyHaveNotSeen() {
        PlanSectionReworded other = new PlanSectionReworded(id, p, law, Hand.COORDINATOR, words(law, "other words"));
        fixture.given(opened, lawBegun)
                .when(new RewordSection(id, law, 1, Hand.COORDINATOR, words(law, "other words")))
                .expectEvents(other);
        refused(
                fixture.given(opened, lawBegun, other)
                        .when(new RewordSection(id, law, 1, Hand.COORDINATOR, words(law, "mine"))),
                PlanRefused.changedMeanwhile());
        fixture.given(opened, lawBegun, other)
                .when(new RewordSection(id, law, 2, Hand.COORDINATOR, words(law, "other words")))
                .expectEvents(other);
    }

    @Test
    void hearsOfAStepFromWhoeverIsToDoItOrACoordinator() {
        PlanStepDone done = new PlanStepDone(id, p, law, step, Hand.PARTICIPANT);
        PlanStepNotDone not = new PlanStepNotDone(id, p, law, step, Hand.COORDINATOR);
        fixture.given(opened, lawBegun)
                .when(new AddStep(id, law, step, Hand.COORDINATOR, Hand.PARTICIPANT, due, stepWords()))
                .expectEvents(added(Hand.PARTICIPANT));
        fixture.given(opened, lawBegun, added(Hand.PARTICIPANT))
                .when(new MarkStep(id, step, true, 0, Hand.PARTICIPANT))
                .expectEvents(done);
        fixture.given(opened, lawBegun, added(Hand.PARTICIPANT), done)
                .when(new MarkStep(id, step, false, 1, Hand.COORDINATOR))
                .expectEvents(not);
        refused(
                fixture.given(opened, lawBegun, added(Hand.PARTICIPANT))
                        .when(new MarkStep(id, step, true, 0, Hand.VOLUNTEER)),
                PlanRefused.anothersStep());
        refused(
                fixture.given(opened, lawBegun, added(Hand.COORDINATOR))
                        .when(new MarkStep(id, step, true, 0, Hand.PARTICIPANT)),
                PlanRefused.anothersStep());
        refused(
                fixture.given(opened, lawBegun, added(Hand.PARTICIPANT), done)
                        .when(new MarkStep(id, step, false, 0, Hand.COORDINATOR)),
                PlanRefused.changedMeanwhile());
        refused(
                fixture.given(opened, lawBegun, added(Hand.PARTICIPANT), done)
                        .when(new MarkStep(id, step, true, 1, Hand.COORDINATOR)),
                PlanRefused.saidAlready());
    }

    @Test
    void isShownToWhoeverWalksBesideThemNowAndAnewToWhoeverComesAfter() {
        fixture.given(opened, lawBegun)
                .when(new ShowSection(id, law, match, matched))
                .expectEvents(shown);
        refused(
                fixture.given(opened, lawBegun).when(new ShowSection(id, law, match, ended)),
                PlanRefused.nobodyThere());
        refused(
                fixture.given(opened, lawBegun, shown).when(new ShowSection(id, law, match, matched)),
                PlanRefused.shownAlready());
        fixture.given(opened, lawBegun, shown)
                .when(new ShowSection(id, law, later, matched))
                .expectEvents(new PlanSectionShown(id, p, law, v, later, HouseLaw.PLAN_SHOWING));
        // What was written in one match is for nobody who comes after, whoever wishes it.
        refused(
                fixture.given(opened, peerBegun).when(new ShowSection(id, peer, later, matched)),
                PlanRefused.nobodyThere());
    }

    @Test
    void isHiddenAtAnyTimeAlsoWhenItIsClosed() {
        fixture.given(opened, lawBegun, shown)
                .when(new ShowSectionNoMore(id, law))
                .expectEvents(hidden);
        fixture.given(opened, lawBegun, shown, closed)
                .when(new ShowSectionNoMore(id, law))
                .expectEvents(hidden);
        refused(fixture.given(opened, lawBegun).when(new ShowSectionNoMore(id, law)), PlanRefused.notShown());
    }

    @Test
    void pointsToGoalsByIdentifierAlone() {
        List<GoalId> goals = List.of(new GoalId(UUID.randomUUID()));
        fixture.given(opened, lawBegun)
                .when(new LeadToGoals(id, law, goals))
                .expectEvents(new PlanSectionLedToGoals(id, p, law, goals));
    }

    @Test
    void isClosedOnceAndChangedNoMore() {
        fixture.given(opened).when(new ClosePlan(id, Ending.DECIDED)).expectEvents(closed);
        fixture.given(opened)
                .when(new ClosePlan(id, Ending.SUPPORT_ENDED))
                .expectEvents(new PlanClosed(id, p, Ending.SUPPORT_ENDED, HouseLaw.PLAN_CLOSING));
        for (Object late : List.of(
                new ClosePlan(id, Ending.DECIDED),
                begin(own, JointPlan.OWN, Hand.PARTICIPANT),
                new RewordSection(id, law, 1, Hand.COORDINATOR, words(law, "late")),
                new LeadToGoals(id, law, List.of()),
                new ShowSection(id, law, match, matched),
                new AddStep(id, law, step, Hand.COORDINATOR, Hand.COORDINATOR, null, stepWords()),
                new MarkStep(id, step, true, 0, Hand.COORDINATOR))) {
            refused(
                    fixture.given(opened, lawBegun, added(Hand.PARTICIPANT), closed)
                            .when(late),
                    PlanRefused.closed());
        }
    }

    private static void refused(ResultValidator<Plan> result, PlanRefused refusal) {
        result.expectNoEvents().expectException(PlanRefused.class).expectExceptionMessage(refusal.plain());
    }
}

package org.troth.command.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.Permits;
import org.troth.command.dispatch.PermitsForTests;
import org.troth.command.dispatch.WordsRefused;
import org.troth.command.law.HouseLaw;
import org.troth.command.plan.PlanRequest.NewPlan;
import org.troth.command.plan.PlanRequest.NewSection;
import org.troth.command.plan.PlanRequest.NewStep;
import org.troth.command.plan.PlanRequest.SectionEdit;
import org.troth.command.plan.PlanRequest.SectionGoals;
import org.troth.command.plan.PlanRequest.SectionShowing;
import org.troth.command.plan.PlanRequest.StepMark;
import org.troth.command.record.JoinedRecords;
import org.troth.command.record.MemoryDisclosing;
import org.troth.command.record.MemoryHouse;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.MemorySealing;
import org.troth.command.record.People;
import org.troth.command.record.SaidWords;
import org.troth.events.Fact;
import org.troth.events.GoalId;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.PlanId;
import org.troth.events.PlanSectionId;
import org.troth.events.PlanStepId;
import org.troth.events.VolunteerId;
import org.troth.events.confidential.Words;
import org.troth.events.consent.LastWord.Said;
import org.troth.events.goal.GoalEvent.GoalSet;
import org.troth.events.matching.MatchInForce;
import org.troth.events.matching.MatchInForce.Standing;
import org.troth.events.merging.MergingEvent;
import org.troth.events.merging.MergingEvent.PersonsMerged;
import org.troth.events.participant.Enrolment;
import org.troth.events.participant.ParticipantEvent.CaseClosed;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.plan.JointPlan;
import org.troth.events.plan.PlanEvent;
import org.troth.events.plan.PlanEvent.Ending;
import org.troth.events.plan.PlanEvent.Hand;
import org.troth.events.plan.PlanEvent.PlanClosed;
import org.troth.events.plan.PlanEvent.PlanOpened;
import org.troth.events.plan.PlanEvent.PlanSectionBegun;
import org.troth.events.plan.PlanEvent.PlanSectionLedToGoals;
import org.troth.events.plan.PlanEvent.PlanStepAdded;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.Unit;

/** S0-28, S3-28: several people write one plan, each where they have a part in it, and nobody else finds it. */
class WritingTogetherTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);

    private final MemoryHouse house = MemoryHouse.of(CLOCK, Plan.class);
    private final MemoryRecord record = house.record();
    private final MemoryDisclosing disclosing = new MemoryDisclosing();
    private final Permits permits = PermitsForTests.of(disclosing, record);
    private final MatchId match = new MatchId(UUID.randomUUID());
    private final MatchId next = new MatchId(UUID.randomUUID());
    private final ParticipantId p = new ParticipantId(UUID.randomUUID());
    private final VolunteerId v = new VolunteerId(UUID.randomUUID());
    private final VolunteerId w = new VolunteerId(UUID.randomUUID());
    private @Nullable MatchId going = match;
    private boolean qualified = true;
    private boolean supported = true;
    private final MatchInForce matches = asked -> asked.equals(match) || asked.equals(next)
            ? new Standing(asked.equals(going), p, asked.equals(match) ? v : w, new Precondition(asked.toString(), -1))
            : new Standing(false, null, null, new Precondition(asked.toString(), -1));
    private final Enrolment enrolment = participant -> new Enrolment.Standing(
            true, supported, new Precondition(participant.toString(), record.lastSequence(participant.toString())));
    private final RecordedPlans plans = new RecordedPlans(record, MemoryRecord.plainTags());
    private final SaidWords words = new SaidWords(record, "said");
    private final PlanDesk desk = new PlanDesk(
            house.dispatch(),
            permits,
            new PlanHands(
                    plans,
                    permits,
                    matches,
                    (volunteer, day) -> new org.troth.events.volunteer.VolunteerStanding.Standing(
                            true, qualified, 1, new Precondition(volunteer.toString(), -1)),
                    CLOCK),
            plans,
            matches,
            enrolment,
            record,
            new MemorySealing(),
            words.added());
    private final ClosePlanWhenCaseClosed reaction = new ClosePlanWhenCaseClosed(plans, house.dispatch());
    private final Asked self = People.participant(p.value());
    private final Asked coordinator = People.coordinator();
    private final Asked beside = People.volunteer(v.value());
    private final Asked after = People.volunteer(w.value());

    @BeforeEach
    void enquire() {
        add("Participant", p.toString(), new EnquiryReceived(p, "housing", "en", null));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private long add(String type, String stream, Fact fact) {
        return record.record(
                new Unit(coordinator.actor(), UUID.randomUUID()),
                List.of(new NewFact(type, stream, record.lastSequence(stream) + 1, fact)));
    }

    private PlanId open() {
        return PlanId.of(desk.open(coordinator, new NewPlan(p.toString())).answer());
    }

    private PlanSectionId begin(Asked asked, PlanId plan, String discipline, @Nullable MatchId in) {
        return PlanSectionId.of(
                desk.begin(asked, plan, new NewSection(discipline, in == null ? null : in.toString(), "words"))
                        .answer());
    }

    private PlanStepId step(Asked asked, PlanId plan, PlanSectionId section, Hand doer) {
        return PlanStepId.of(desk.addStep(asked, plan, section, new NewStep("call", doer.name(), "2026-12-01"))
                .answer());
    }

    private void show(PlanId plan, PlanSectionId section, MatchId in) {
        desk.show(self, plan, section, new SectionShowing(in.toString()));
    }

    @Test
    void isOpenedOnceByACoordinatorAndAnewWhenItIsClosed() {
        PlanId plan = open();
        assertThatThrownBy(this::open).isInstanceOf(PlanRefused.class);
        desk.close(coordinator, plan);
        assertThat(open()).isNotEqualTo(plan);
        for (Asked other : List.of(self, beside)) {
            assertThatThrownBy(() -> desk.open(other, new NewPlan(p.toString())))
                    .isInstanceOf(NotOnRecord.class);
            assertThatThrownBy(() -> desk.close(other, plan)).isInstanceOf(NotOnRecord.class);
        }
        assertThat(record.facts(PlanOpened.class)).hasSize(2);
    }

    @Test
    void isOpenedUnderTheRecordThatIsFollowed() {
        ParticipantId merged = new ParticipantId(UUID.randomUUID());
        add("Participant", merged.toString(), new EnquiryReceived(merged, "housing", "en", null));
        for (ParticipantId each : List.of(p, merged)) {
            add(
                    "Merging",
                    MergingEvent.stream(each),
                    new PersonsMerged(each, p, merged, "same-papers", HouseLaw.MERGING));
        }
        PlanId plan =
                PlanId.of(desk.open(coordinator, new NewPlan(merged.toString())).answer());
        assertThat(plans.of(plan).participant()).isEqualTo(p);
        assertThatThrownBy(this::open).isInstanceOf(PlanRefused.class);
        // Their account acts for all their records.
        begin(People.participant(merged.value()), plan, JointPlan.OWN, null);
    }

    @Test
    void asksForSupportThatGoesOnAndForNoConsent() {
        supported = false;
        assertThatThrownBy(this::open).isInstanceOf(PlanRefused.class);
    }

    @Test
    void sealsEachSectionAndItsStepsForThatSectionAlone() {
        PlanId plan = open();
        PlanSectionId law = begin(coordinator, plan, "legal", null);
        PlanSectionId home = begin(coordinator, plan, "housing", null);
        step(coordinator, plan, law, Hand.PARTICIPANT);
        assertThat(record.facts(PlanSectionBegun.class))
                .extracting(fact -> fact.words().owner())
                .containsExactly(law.value(), home.value())
                .doesNotContain(p.value());
        assertThat(record.facts(PlanStepAdded.class)).singleElement().satisfies(fact -> {
            assertThat(fact.words().owner()).isEqualTo(law.value());
            assertThat(fact.words().words()).isEqualTo(Words.PLAN_STEP);
        });
    }

    @Test
    void letsWhoeverWalksBesideThemWriteTheirSectionAndNoOther() {
        PlanId plan = open();
        PlanSectionId law = begin(coordinator, plan, "legal", null);
        PlanSectionId ours = begin(beside, plan, JointPlan.PEER, match);
        desk.reword(beside, plan, ours, new SectionEdit("other words", "1"));
        step(beside, plan, ours, Hand.VOLUNTEER);
        desk.reword(coordinator, plan, ours, new SectionEdit("more words", "2"));

        assertThatThrownBy(() -> desk.reword(beside, plan, law, new SectionEdit("theirs", "1")))
                .isInstanceOf(NotOnRecord.class);
        assertThatThrownBy(() -> begin(beside, plan, "housing", match)).isInstanceOf(PlanRefused.class);
        // It is shown to them, and still not theirs to write.
        show(plan, law, match);
        assertThatThrownBy(() -> desk.reword(beside, plan, law, new SectionEdit("theirs", "1")))
                .isInstanceOf(PlanRefused.class);
    }

    @Test
    void leavesNothingOfItToWhoeverComesAfter() {
        PlanId plan = open();
        PlanSectionId law = begin(coordinator, plan, "legal", null);
        PlanSectionId ours = begin(beside, plan, JointPlan.PEER, match);
        PlanStepId task = step(coordinator, plan, law, Hand.VOLUNTEER);
        show(plan, law, match);
        desk.done(beside, plan, task, new StepMark("0"));

        going = next;
        for (PlanSectionId each : List.of(law, ours)) {
            assertThatThrownBy(() -> desk.addStep(after, plan, each, new NewStep("x", "VOLUNTEER", null)))
                    .isInstanceOf(NotOnRecord.class);
            assertThatThrownBy(() -> desk.addStep(beside, plan, each, new NewStep("x", "VOLUNTEER", null)))
                    .isInstanceOf(NotOnRecord.class);
        }
        assertThatThrownBy(() -> desk.notDone(after, plan, task, new StepMark("1")))
                .isInstanceOf(NotOnRecord.class);
        PlanSectionId theirs = begin(after, plan, JointPlan.PEER, next);
        assertThat(theirs).isNotEqualTo(ours);
        assertThat(plans.of(plan).sections())
                .filteredOn(each -> each.isSeenIn(next))
                .extracting(JointPlan.Section::id)
                .containsExactly(theirs);
    }

    @Test
    void takesBackFromTheMomentItIsSaid() {
        PlanId plan = open();
        PlanSectionId law = begin(coordinator, plan, "legal", null);
        PlanStepId task = step(coordinator, plan, law, Hand.VOLUNTEER);
        show(plan, law, match);
        desk.showNoMore(self, plan, law);
        assertThatThrownBy(() -> desk.done(beside, plan, task, new StepMark("0")))
                .isInstanceOf(NotOnRecord.class);
        assertThat(plans.of(plan).sections().get(0).isSeenIn(match)).isFalse();
        for (Asked other : List.of(coordinator, beside)) {
            assertThatThrownBy(() -> desk.show(other, plan, law, new SectionShowing(match.toString())))
                    .isInstanceOf(NotOnRecord.class);
            assertThatThrownBy(() -> desk.showNoMore(other, plan, law)).isInstanceOf(NotOnRecord.class);
        }
    }

    @Test
    void isNotThereForWhoeverHasNoPartInIt() {
        PlanId plan = open();
        PlanSectionId law = begin(coordinator, plan, "legal", null);
        PlanSectionId ours = begin(beside, plan, JointPlan.PEER, match);
        PlanStepId task = step(beside, plan, ours, Hand.VOLUNTEER);
        int facts = record.facts(PlanEvent.class).size();
        List<Asked> strangers = new ArrayList<>(
                List.of(People.participant(UUID.randomUUID()), People.volunteer(UUID.randomUUID()), after));
        for (Asked stranger : strangers) {
            for (PlanId each : List.of(plan, new PlanId(UUID.randomUUID()))) {
                for (Consumer<PlanId> act : acts(stranger, ours, task)) {
                    assertThatThrownBy(() -> act.accept(each)).isInstanceOf(NotOnRecord.class);
                }
            }
        }
        qualified = false;
        assertThatThrownBy(() -> desk.reword(beside, plan, ours, new SectionEdit("x", "1")))
                .isInstanceOf(NotOnRecord.class);
        assertThatThrownBy(() -> desk.mayOpenForm(beside, "GET /plans/{id}/sections/new", plan, match.toString()))
                .isInstanceOf(NotOnRecord.class);
        assertThatThrownBy(
                        () -> desk.reword(coordinator, new PlanId(UUID.randomUUID()), law, new SectionEdit("x", "1")))
                .isInstanceOf(NotOnRecord.class);
        assertThat(record.facts(PlanEvent.class)).hasSize(facts);
        assertThat(disclosing.refusals()).allMatch(each -> each.contains("/plans"));
    }

    private List<Consumer<PlanId>> acts(Asked asked, PlanSectionId section, PlanStepId step) {
        return List.of(
                plan -> desk.begin(asked, plan, new NewSection(JointPlan.PEER, match.toString(), "x")),
                plan -> desk.reword(asked, plan, section, new SectionEdit("x", "1")),
                plan -> desk.lead(asked, plan, section, new SectionGoals(List.of())),
                plan -> desk.show(asked, plan, section, new SectionShowing(match.toString())),
                plan -> desk.showNoMore(asked, plan, section),
                plan -> desk.addStep(asked, plan, section, new NewStep("x", "VOLUNTEER", null)),
                plan -> desk.done(asked, plan, step, new StepMark("0")),
                plan -> desk.notDone(asked, plan, step, new StepMark("0")),
                plan -> desk.close(asked, plan));
    }

    @Test
    void leadsToNoGoalButTheirOwn() {
        PlanId plan = open();
        PlanSectionId law = begin(coordinator, plan, "legal", null);
        GoalId goal = goalOf(p);
        GoalId foreign = goalOf(new ParticipantId(UUID.randomUUID()));
        desk.lead(self, plan, law, new SectionGoals(List.of(goal.toString(), goal.toString())));
        assertThat(record.facts(PlanSectionLedToGoals.class))
                .containsExactly(new PlanSectionLedToGoals(plan, p, law, List.of(goal)));
        for (GoalId each : List.of(foreign, new GoalId(UUID.randomUUID()))) {
            assertThatThrownBy(() -> desk.lead(self, plan, law, new SectionGoals(List.of(each.toString()))))
                    .isInstanceOf(Invalid.class);
        }
        desk.lead(self, plan, law, new SectionGoals(null));
        assertThat(plans.of(plan).sections().get(0).goals()).isEmpty();
    }

    private GoalId goalOf(ParticipantId participant) {
        GoalId goal = new GoalId(UUID.randomUUID());
        add(
                "Goal",
                goal.toString(),
                new GoalSet(
                        goal,
                        participant,
                        null,
                        new MemorySealing().seal(Words.GOAL_WORDS, participant.value(), "stay"),
                        HouseLaw.GOAL_SETTING));
        return goal;
    }

    @Test
    void takesNoWordAsACodeAndNothingWithoutWords() {
        PlanId plan = open();
        for (NewSection said : List.of(
                new NewSection("my-neighbour-sam", null, "x"),
                new NewSection("legal", null, " "),
                new NewSection(JointPlan.PEER, null, "x"),
                new NewSection(JointPlan.PEER, "his", "x"))) {
            assertThatThrownBy(() -> desk.begin(coordinator, plan, said)).isInstanceOf(Invalid.class);
        }
        PlanSectionId law = begin(coordinator, plan, "legal", null);
        for (NewStep said : List.of(
                new NewStep("x", "SAM", null),
                new NewStep("x", null, null),
                new NewStep(null, "PARTICIPANT", null),
                new NewStep("x", "PARTICIPANT", "soon"))) {
            assertThatThrownBy(() -> desk.addStep(coordinator, plan, law, said)).isInstanceOf(Invalid.class);
        }
        assertThatThrownBy(() -> desk.reword(coordinator, plan, law, new SectionEdit("x", null)))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void doesOnceWhatIsSentTwice() {
        PlanId plan = open();
        Asked asked = People.withKey(coordinator, UUID.randomUUID().toString());
        assertThat(begin(asked, plan, "legal", null)).isEqualTo(begin(asked, plan, "legal", null));
        assertThat(record.facts(PlanSectionBegun.class)).hasSize(1);
    }

    @Test
    void isClosedWithTheEndOfSupportOnceAndNoLaterOneIsMet() {
        PlanId plan = open();
        CaseClosed closed = new CaseClosed(p, "their-wish", HouseLaw.CASE_CLOSING);
        long position = add("Participant", p.toString(), closed);
        String event = UUID.randomUUID().toString();
        reaction.on(closed, event, new GlobalSequenceTrackingToken(position));
        reaction.on(closed, event, new GlobalSequenceTrackingToken(position));
        assertThat(record.facts(PlanClosed.class))
                .containsExactly(new PlanClosed(plan, p, Ending.SUPPORT_ENDED, HouseLaw.PLAN_CLOSING));
        PlanId again = open();
        reaction.on(closed, UUID.randomUUID().toString(), new GlobalSequenceTrackingToken(position));
        assertThat(plans.of(again).isOpen()).isTrue();
    }

    @Test
    void tellsEveryWordingAndStepFromItsStream() {
        PlanId plan = open();
        PlanSectionId law = begin(coordinator, plan, "legal", null);
        desk.reword(coordinator, plan, law, new SectionEdit("newer", "1"));
        PlanStepId task = step(coordinator, plan, law, Hand.PARTICIPANT);
        desk.done(self, plan, task, new StepMark("0"));
        desk.notDone(coordinator, plan, task, new StepMark("1"));
        assertThat(plans.of(plan).section(law)).hasValueSatisfying(section -> {
            assertThat(MemorySealing.peek(section.words())).isEqualTo("newer");
            assertThat(section.version()).isEqualTo(2);
            assertThat(section.steps()).singleElement().satisfies(one -> {
                assertThat(one.state()).isEqualTo(JointPlan.State.NOT_DONE);
                assertThat(one.version()).isEqualTo(2);
            });
        });
        assertThat(plans.of(new PlanId(UUID.randomUUID())).participant()).isNull();
    }

    @Test
    void isWrittenUnderAnotherRecordOnlyByWhoeverStillIsThatPerson() {
        ParticipantId before = new ParticipantId(UUID.randomUUID());
        JoinedRecords joined = new JoinedRecords(record, before, p);
        Asked themselves = People.participant(before.value());
        PlanId plan = open();
        int facts = record.facts(PlanEvent.class).size();
        record.meanwhile(joined::part);
        assertThatThrownBy(() -> begin(themselves, plan, JointPlan.OWN, null)).isInstanceOf(NotOnRecord.class);
        assertThat(record.facts(PlanEvent.class)).hasSize(facts);
        joined.join();
        begin(themselves, plan, JointPlan.OWN, null);
    }

    /** From their No to support on the plan is added to by themselves alone; what was to be done may be marked, and it may be closed. */
    @Test
    void isAddedToByNobodyElseOnceTheySaidNoToSupport() {
        PlanId plan = open();
        PlanSectionId section = begin(coordinator, plan, "legal", null);
        PlanSectionId ours = begin(beside, plan, "peer-support", match);
        PlanStepId step = step(coordinator, plan, section, Hand.COORDINATOR);
        words.say(Said.NO);
        int before = record.facts().size();
        for (Runnable act : List.<Runnable>of(
                () -> begin(coordinator, plan, "other", null),
                () -> desk.reword(coordinator, plan, section, new SectionEdit("more", "1")),
                () -> step(coordinator, plan, section, Hand.COORDINATOR),
                () -> desk.reword(beside, plan, ours, new SectionEdit("more", "1")),
                () -> step(beside, plan, ours, Hand.VOLUNTEER))) {
            assertThatThrownBy(act::run).isInstanceOf(WordsRefused.class);
        }
        assertThat(record.facts()).hasSize(before);
        begin(self, plan, "own-words", null);
        desk.done(coordinator, plan, step, new StepMark("0"));
        desk.close(coordinator, plan);
    }
}

package org.troth.query.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.troth.events.GoalId;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.PlanId;
import org.troth.events.PlanSectionId;
import org.troth.events.PlanStepId;
import org.troth.events.VolunteerId;
import org.troth.events.account.Actor;
import org.troth.events.account.Role;
import org.troth.events.confidential.Words;
import org.troth.events.disclosure.LookForbidden;
import org.troth.events.matching.MatchingEvent.EndReason;
import org.troth.events.matching.MatchingEvent.MatchEnded;
import org.troth.events.plan.JointPlan;
import org.troth.events.plan.PlanEvent.Ending;
import org.troth.events.plan.PlanEvent.Hand;
import org.troth.events.plan.PlanEvent.PlanClosed;
import org.troth.events.plan.PlanEvent.PlanSectionLedToGoals;
import org.troth.events.plan.PlanEvent.PlanSectionShown;
import org.troth.events.plan.PlanEvent.PlanSectionShownNoMore;
import org.troth.events.plan.PlanEvent.PlanStepDone;
import org.troth.events.recording.Precondition;
import org.troth.query.sample.House;
import org.troth.query.sample.Pages;
import org.troth.query.sample.Story;
import org.troth.testkit.TestDatabase;

/** S3-28: what each of those who write a plan may read of it, and for how long (R5). */
class ShowingPlansIT {

    private static final String COURT = "write to the court before Friday";
    private static final String COURT_NOW = "write to the court before Monday";
    private static final String FLAT = "keep the flat in the meantime";
    private static final String TRAIN = "go to the hearing by train";
    private static final String MINE = "I want it in small steps";
    private static final String LETTER = "look for the yellow letter";
    private static final String GOAL = "sleep at home in May";

    private TestDatabase database;
    private House house;
    private Story story;
    private ParticipantId ada;
    private VolunteerId vera;
    private MatchId match;
    private PlanId plan;
    private PlanSectionId law;
    private PlanSectionId home;
    private PlanSectionId ours;
    private PlanSectionId mine;
    private PlanStepId letter;
    private GoalId goal;
    private Pages pages;

    @BeforeEach
    void tell() {
        database = TestDatabase.fresh();
        house = new House(database);
        story = new Story(house.feed, 17).beginning();
        vera = story.volunteer("Vera Rubin", 2, "housing");
        ada = story.enrolled("Ada Byron");
        match = story.started(ada, vera);
        goal = story.goal(ada, null, GOAL, 1, 2);
        plan = story.plan(ada);
        law = story.section(plan, ada, "legal", null, Hand.COORDINATOR, COURT);
        story.reworded(plan, ada, law, Hand.COORDINATOR, COURT_NOW);
        home = story.section(plan, ada, "housing", null, Hand.COORDINATOR, FLAT);
        ours = story.section(plan, ada, JointPlan.PEER, match, Hand.VOLUNTEER, TRAIN);
        mine = story.section(plan, ada, JointPlan.OWN, null, Hand.PARTICIPANT, MINE);
        letter = story.step(plan, ada, law, Hand.PARTICIPANT, LETTER);
        house.live().caughtUp();
        house.gate.matched.add(match.value());
        house.gate.forget();
        pages = new Pages(house);
    }

    @AfterEach
    void close() {
        house.close();
        database.close();
    }

    private Actor participant() {
        return Story.self(Role.PARTICIPANT, ada.value());
    }

    private Actor volunteer() {
        return Story.self(Role.VOLUNTEER, vera.value());
    }

    private void shows(PlanSectionId section) {
        story.tell(new PlanSectionShown(plan, ada, section, vera, match, Story.LAW), participant());
    }

    private String with() {
        return "/plans/with/" + match;
    }

    private String section(Object section) {
        return "/plans/" + plan + "/sections/" + section;
    }

    private List<String> both(String path) throws Exception {
        return List.of(pages.words(path), pages.get("/api/v1" + path).getContentAsString());
    }

    @Test
    void showsAParticipantAllOfTheirOwnAlways() throws Exception {
        assertThat(pages.as(participant()).words("/plans")).contains("My plan", "Open");
        assertThat(pages.words("/plans/" + plan))
                .contains(COURT_NOW, FLAT, TRAIN, MINE, LETTER, "The law", "by 9 July 2026", "It is done")
                .doesNotContain(COURT, "Close this plan", "Begin a section");
        assertThat(pages.words(section(law)))
                .contains(COURT_NOW, COURT, LETTER, "Who can see it", "Show it to them", GOAL)
                .doesNotContain(FLAT, TRAIN, MINE, "Add a step");
        assertThat(pages.words(section(mine))).contains(MINE, "Say it in other words", "Add a step");
        story.tell(new PlanClosed(plan, ada, Ending.SUPPORT_ENDED, Story.LAW));
        house.caughtUp();
        assertThat(pages.words("/plans/" + plan))
                .contains(COURT_NOW, FLAT, TRAIN, MINE, LETTER, "Closed")
                .doesNotContain("It is done");
    }

    @Test
    void opensOfASectionThatSectionAlone() throws Exception {
        pages.as(participant()).words(section(law));
        assertThat(house.gate.looks)
                .last()
                .satisfies(look -> assertThat(look.shown()).singleElement().satisfies(shown -> {
                    assertThat(shown.person()).isEqualTo(ada.value());
                    assertThat(shown.apart()).containsOnlyKeys(law.value());
                    assertThat(shown.apart().get(law.value())).isEqualTo(Set.of(Words.PLAN_SECTION, Words.PLAN_STEP));
                }));
    }

    @Test
    void letsACoordinatorReadAllWriteAllButTheirOwnWordsAndCloseIt() throws Exception {
        assertThat(pages.as(Story.COORDINATOR).words("/plans/of/" + ada))
                .contains("Open it")
                .doesNotContain(COURT_NOW);
        assertThat(pages.words("/plans/" + plan))
                .contains(COURT_NOW, FLAT, TRAIN, MINE, LETTER, "Begin a section", "Close this plan");
        assertThat(pages.words(section(law))).contains("Say it in other words", "Add a step", COURT);
        assertThat(pages.words(section(mine))).contains(MINE).doesNotContain("Say it in other words", "Add a step");
        story.tell(new PlanSectionLedToGoals(plan, ada, law, List.of(goal)), participant());
        house.caughtUp();
        for (String answer : both(section(law))) {
            assertThat(answer).doesNotContain(GOAL, goal.toString());
        }
        assertThat(pages.words(section(law))).contains("leads to one of their goals");
    }

    @Test
    void showsWhoeverWalksBesideThemTheirSectionAndWhatIsShownAndNothingElse() throws Exception {
        for (String answer : bothAs(volunteer(), with())) {
            assertThat(answer).contains(TRAIN).doesNotContain(COURT_NOW, FLAT, MINE, LETTER, GOAL);
        }
        assertThat(house.gate.looks).last().satisfies(look -> {
            assertThat(look.shown()).singleElement().satisfies(shown -> {
                assertThat(shown.match()).isEqualTo(match);
                assertThat(shown.apart()).containsOnlyKeys(ours.value());
            });
            // What was taken back between question and append opens nothing.
            assertThat(look.provided()).containsExactly(new Precondition(plan.toString(), 6));
        });
        shows(law);
        house.caughtUp();
        for (String answer : both(with())) {
            assertThat(answer).contains(TRAIN, COURT_NOW, LETTER).doesNotContain(COURT, FLAT, MINE);
        }
        for (String answer : both(section(law))) {
            assertThat(answer).contains(COURT_NOW).doesNotContain(COURT, FLAT, MINE, GOAL);
        }
        assertThat(pages.words(section(ours))).contains(TRAIN, "Say it in other words", "Add a step");
        for (Object hidden : List.of(home, mine, UUID.randomUUID())) {
            assertThatThrownBy(() -> pages.get(section(hidden))).hasRootCauseInstanceOf(LookForbidden.class);
        }
        assertThatThrownBy(() -> pages.get("/plans/" + plan)).hasRootCauseInstanceOf(LookForbidden.class);
    }

    private List<String> bothAs(Actor actor, String path) throws Exception {
        pages.as(actor);
        return both(path);
    }

    @Test
    void showsNothingMoreFromTheMomentItIsTakenBackHoweverLateTheViewsAre() throws Exception {
        shows(law);
        house.caughtUp();
        house.pause();
        story.tell(new PlanSectionShownNoMore(plan, ada, law, vera, match), participant());
        for (String answer : bothAs(volunteer(), with())) {
            assertThat(answer).contains(TRAIN).doesNotContain(COURT_NOW, LETTER, law.toString());
        }
        assertThatThrownBy(() -> pages.get(section(law))).hasRootCauseInstanceOf(LookForbidden.class);
        house.resume();
    }

    @Test
    void showsNothingOfAClosedPlanToWhoeverWalksBesideThemHoweverLateTheViewsAre() throws Exception {
        house.pause();
        story.tell(new PlanClosed(plan, ada, Ending.DECIDED, Story.LAW));
        for (String answer : bothAs(volunteer(), with())) {
            assertThat(answer).doesNotContain(TRAIN, ours.toString());
        }
        assertThatThrownBy(() -> pages.get(section(ours))).hasRootCauseInstanceOf(LookForbidden.class);
        house.resume();
    }

    @Test
    void startsBlankForWhoeverComesAfter() throws Exception {
        shows(law);
        house.caughtUp();
        house.gate.matched.clear();
        for (String path : List.of(with(), section(ours), section(law))) {
            assertThatThrownBy(() -> pages.as(volunteer()).get(path)).hasRootCauseInstanceOf(LookForbidden.class);
        }
        VolunteerId next = story.volunteer("Cecilia Payne", 2, "housing");
        story.tell(new MatchEnded(match, ada, vera, EndReason.CHANGE_ARRANGED));
        MatchId after = story.started(ada, next);
        house.caughtUp();
        house.gate.matched.add(after.value());
        for (String answer : bothAs(Story.self(Role.VOLUNTEER, next.value()), "/plans/with/" + after)) {
            assertThat(answer).doesNotContain(TRAIN, COURT_NOW, LETTER, FLAT, MINE);
        }
        assertThat(pages.words("/plans/with/" + after)).contains("Begin our section");
        assertThatThrownBy(() -> pages.get(section(law))).hasRootCauseInstanceOf(LookForbidden.class);
        // Theirs it stays.
        assertThat(pages.as(participant()).words("/plans/" + plan)).contains(TRAIN, COURT_NOW);
    }

    @Test
    void isNotThereForAnybodyElse() {
        ParticipantId other = story.enrolled("Lise Meitner");
        house.caughtUp();
        for (Actor each : List.of(Story.self(Role.PARTICIPANT, other.value()), Story.AUDITOR, volunteer())) {
            for (Object id : List.of(plan, UUID.randomUUID())) {
                for (String path : List.of("/plans/" + id, "/api/v1/plans/" + id, "/plans/of/" + ada)) {
                    assertThatThrownBy(() -> pages.as(each).get(path)).hasRootCauseInstanceOf(LookForbidden.class);
                }
            }
        }
        assertThatThrownBy(() -> pages.as(Story.COORDINATOR).get("/plans/" + UUID.randomUUID()))
                .hasRootCauseInstanceOf(LookForbidden.class);
        assertThat(house.gate.looks).isEmpty();
    }

    @Test
    void readsTheOthersWhenOneSectionWasErased() throws Exception {
        house.words.erase(law.value());
        assertThat(pages.as(participant()).words("/plans/" + plan))
                .contains("erased", FLAT, TRAIN, MINE)
                .doesNotContain(COURT_NOW, LETTER);
    }

    @Test
    void tellsTheStoryWithoutWordsAndWithoutWhichSectionItWas() throws Exception {
        story.tell(new PlanStepDone(plan, ada, law, letter, Hand.PARTICIPANT), participant());
        house.caughtUp();
        assertThat(pages.as(Story.COORDINATOR).words("/participants/" + ada))
                .contains("A joint plan was opened.", "A section of the plan was begun.", "A step of the plan is done.")
                .contains("See the plan")
                .doesNotContain(COURT_NOW, FLAT, TRAIN, MINE, LETTER);
    }

    @Test
    void neverPutsTheWordsIntoARowUnsealed() {
        assertThat(house.dump("views").values())
                .allSatisfy(rows -> assertThat(String.join("\n", rows))
                        .doesNotContain(COURT, COURT_NOW, FLAT, TRAIN, MINE, LETTER));
        assertThat(house.dump("views").get("plan")).hasSize(1);
        assertThat(house.dump("views").get("plan_section")).hasSize(4);
        assertThat(house.dump("views").get("plan_wording")).hasSize(5);
        assertThat(house.dump("views").get("plan_step")).hasSize(1);
    }
}

package org.troth.query.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.troth.events.GoalId;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.VolunteerId;
import org.troth.events.account.Actor;
import org.troth.events.account.Role;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Words;
import org.troth.events.disclosure.Look;
import org.troth.events.disclosure.LookForbidden;
import org.troth.events.goal.GoalEvent.GoalReached;
import org.troth.events.goal.GoalEvent.GoalShown;
import org.troth.events.goal.GoalEvent.GoalShownNoMore;
import org.troth.events.matching.MatchingEvent.EndReason;
import org.troth.events.matching.MatchingEvent.MatchEnded;
import org.troth.events.merging.MergingEvent.PersonsMerged;
import org.troth.events.recording.Precondition;
import org.troth.query.sample.House;
import org.troth.query.sample.Pages;
import org.troth.query.sample.Story;
import org.troth.testkit.TestDatabase;

/** Whose words a goal's are, who sees what of it, and for how long (R5). */
class ShowingGoalsIT {

    private static final String POST = "open my post on the day it comes";
    private static final String OWN_POST = "open my post myself";
    private static final String HOME = "keep the flat";

    private TestDatabase database;
    private House house;
    private Story story;
    private ParticipantId ada;
    private VolunteerId vera;
    private MatchId match;
    private GoalId post;
    private GoalId home;
    private Pages pages;

    @BeforeEach
    void tell() {
        database = House.upToDate();
        house = new House(database);
        story = new Story(house.feed, 17).beginning();
        vera = story.volunteer("Vera Rubin", 2, "housing");
        ada = story.enrolled("Ada Byron");
        match = story.started(ada, vera);
        post = story.goal(ada, "confidence", POST, 2, 6);
        story.reworded(post, ada, "confidence", OWN_POST);
        home = story.goal(ada, null, HOME, 4, 3);
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

    private void shows(GoalId goal) {
        story.tell(new GoalShown(goal, ada, vera, match, Story.LAW), participant());
    }

    private String with() {
        return "/goals/with/" + match;
    }

    @Test
    void showsAParticipantTheirOwnWithHowItMovedAndItsTable() throws Exception {
        String words = pages.as(participant()).words("/goals");
        assertThat(words)
                .contains(OWN_POST, HOME, "Confidence", "A goal of mine", "6 of 10", "3 of 10")
                .contains("How far I am", "The numbers as a table", "Say how far I am")
                .doesNotContain(POST);
        assertThat(pages.get("/goals").getContentAsString()).contains("From 2 (", ") to 6 (", "on a scale up to 10");
        assertThat(house.gate.looks)
                .allSatisfy(look -> assertThat(look.shown()).singleElement().satisfies(shown -> {
                    assertThat(shown.person()).isEqualTo(ada.value());
                    assertThat(shown.words()).containsExactly(Words.GOAL_WORDS);
                }));
    }

    @Test
    void keepsEveryWordingAndEveryNumberForTheParticipant() throws Exception {
        assertThat(pages.as(participant()).words("/goals/" + post))
                .contains(OWN_POST, "How I said it before", POST, "Show it to them", "Let it go")
                .doesNotContain("Show it to nobody", HOME);
        assertThat(pages.get("/api/v1/goals/" + post).getContentAsString())
                .contains("\"rating\":2", "\"rating\":6", "\"shown\":false", "\"walk\":\"" + match);
    }

    @Test
    void showsNobodyElseTheGoalItself() {
        ParticipantId other = story.enrolled("Lise Meitner");
        house.caughtUp();
        for (Actor each :
                List.of(Story.self(Role.PARTICIPANT, other.value()), volunteer(), Story.COORDINATOR, Story.AUDITOR)) {
            for (UUID goal : List.of(post.value(), UUID.randomUUID())) {
                for (String path : List.of("/goals/", "/api/v1/goals/")) {
                    assertThatThrownBy(() -> pages.as(each).get(path + goal))
                            .hasRootCauseInstanceOf(LookForbidden.class);
                }
            }
        }
        assertThat(house.gate.refusals).hasSize(16);
        assertThat(house.gate.looks).isEmpty();
    }

    @Test
    void showsACoordinatorHowFarAndNoWord() throws Exception {
        for (String answer : List.of(
                pages.as(Story.COORDINATOR).words("/goals/of/" + ada),
                pages.get("/api/v1/goals/of/" + ada).getContentAsString())) {
            assertThat(answer).containsIgnoringCase("confidence").doesNotContain(POST, OWN_POST, HOME);
        }
        assertThat(house.gate.looks)
                .hasSize(2)
                .allSatisfy(look -> assertThat(look.shown()).singleElement().satisfies(shown -> {
                    assertThat(shown.classes()).containsExactly(DataClass.IDENTITY);
                    assertThat(shown.words()).isEmpty();
                }));
        assertThatThrownBy(() -> pages.get("/goals/of/" + UUID.randomUUID()))
                .hasRootCauseInstanceOf(LookForbidden.class);
        for (Actor each : List.of(participant(), volunteer(), Story.AUDITOR)) {
            assertThatThrownBy(() -> pages.as(each).get("/goals/of/" + ada))
                    .hasRootCauseInstanceOf(LookForbidden.class);
        }
    }

    @Test
    void tellsTheStoryWithoutWordsAndWithoutTheNumber() throws Exception {
        assertThat(pages.as(Story.COORDINATOR).words("/participants/" + ada))
                .contains("Set a goal of their own.", "Said how far they are with a goal.", "See how far")
                .doesNotContain(POST, OWN_POST, HOME, "6 of 10");
    }

    @Test
    void showsWhoeverWalksBesideThemWhatIsShownAndNothingElse() throws Exception {
        assertThat(pages.as(volunteer()).words(with())).contains("Nothing is shown to you");
        shows(post);
        house.caughtUp();
        house.gate.forget();

        assertThat(pages.words(with())).contains(OWN_POST, "They say 6 of 10").doesNotContain(POST, HOME);
        assertThat(house.gate.looks).singleElement().satisfies(look -> {
            assertThat(look.shown()).singleElement().satisfies(shown -> {
                assertThat(shown.person()).isEqualTo(ada.value());
                assertThat(shown.match()).isEqualTo(match);
                assertThat(shown.words()).isEqualTo(Set.of(Words.GOAL_WORDS));
            });
            // What was taken back between question and append opens nothing.
            assertThat(look.provided()).containsExactly(new Precondition(post.toString(), 4));
        });
        assertThat(pages.as(participant()).words("/goals")).contains("Whoever walks beside you can see it");
    }

    @Test
    void showsNothingMoreFromTheMomentItIsTakenBackHoweverLateTheViewsAre() throws Exception {
        shows(post);
        shows(home);
        house.caughtUp();
        house.pause();
        story.tell(new GoalShownNoMore(post, ada, vera, match), participant());
        for (String answer : List.of(
                pages.as(volunteer()).words(with()),
                pages.get("/api/v1" + with()).getContentAsString())) {
            assertThat(answer).contains(HOME).doesNotContain(OWN_POST, post.toString());
        }
        house.resume();
        house.caughtUp();
        assertThat(pages.words(with())).contains(HOME).doesNotContain(OWN_POST);
    }

    @Test
    void showsNobodyOldWordsFromTheMomentThereAreOthersHoweverLateTheViewsAre() throws Exception {
        shows(post);
        house.caughtUp();
        house.pause();
        story.reworded(post, ada, null, "something else");
        for (String answer : List.of(
                pages.as(volunteer()).words(with()),
                pages.get("/api/v1" + with()).getContentAsString())) {
            assertThat(answer).contains("something else").doesNotContain(OWN_POST);
            assertThat(answer).doesNotContainIgnoringCase("confidence");
        }
        house.resume();
    }

    @Test
    void showsNothingOfAMatchThatIsOverAndStartsBlankForWhoeverComesAfter() throws Exception {
        shows(post);
        house.caughtUp();
        house.gate.matched.clear();
        assertThatThrownBy(() -> pages.as(volunteer()).get(with())).hasRootCauseInstanceOf(LookForbidden.class);

        VolunteerId next = story.volunteer("Cecilia Payne", 2, "housing");
        story.tell(new MatchEnded(match, ada, vera, EndReason.CHANGE_ARRANGED));
        MatchId after = story.started(ada, next);
        house.caughtUp();
        house.gate.matched.add(after.value());
        Actor successor = Story.self(Role.VOLUNTEER, next.value());
        assertThat(pages.as(successor).words("/goals/with/" + after))
                .contains("Nothing is shown to you")
                .doesNotContain(OWN_POST);
        assertThatThrownBy(() -> pages.get(with())).hasRootCauseInstanceOf(LookForbidden.class);
        assertThat(pages.as(participant()).words("/goals/" + post)).contains("Show it to them");
    }

    @Test
    void saysThatWordsWereErasedAndKeepsTheRest() throws Exception {
        story.tell(new GoalReached(home, ada), participant());
        house.caughtUp();
        house.words.erase(ada.value());
        assertThat(pages.as(participant()).words("/goals"))
                .contains("erased", "Reached", "6 of 10")
                .doesNotContain(OWN_POST, HOME);
    }

    @Test
    void showsTenAtATime() throws Exception {
        for (int number = 1; number <= 11; number++) {
            story.goal(ada, null, "goal number " + number + ".", 1, 2);
        }
        house.caughtUp();
        pages.as(participant());
        assertThat(pages.words("/goals"))
                .contains("goal number 11.", "goal number 2.", "Older")
                .doesNotContain("goal number 1.", HOME);
        String first = pages.get("/api/v1/goals").getContentAsString();
        String before = first.replaceAll("(?s).*\"before\":(\\d+).*", "$1");
        assertThat(pages.words("/goals?before=" + before))
                .contains("goal number 1.", HOME, OWN_POST, "Newer")
                .doesNotContain("goal number 2.");
    }

    @Test
    void refusesAVolunteerOfAnotherMatchAndAnUnknownOneAlike() {
        VolunteerId other = story.volunteer("Cecilia Payne", 2, "housing");
        house.caughtUp();
        Actor stranger = Story.self(Role.VOLUNTEER, other.value());
        for (UUID each : List.of(match.value(), UUID.randomUUID())) {
            assertThatThrownBy(() -> pages.as(stranger).get("/goals/with/" + each))
                    .hasRootCauseInstanceOf(LookForbidden.class);
        }
        assertThat(house.gate.looks).isEmpty();
        assertThat(house.gate.refusals).hasSize(2);
    }

    @Test
    void neverPutsTheWordsIntoARowUnsealed() {
        assertThat(house.dump("views").values())
                .allSatisfy(rows -> assertThat(String.join("\n", rows)).doesNotContain(POST, OWN_POST, HOME));
        assertThat(house.dump("views").get("goal")).hasSize(2);
        assertThat(house.dump("views").get("goal_rating")).hasSize(4);
        assertThat(house.dump("views").get("goal_wording")).hasSize(3);
    }

    @Test
    void looksAtOnePersonOncePerPage() throws Exception {
        shows(post);
        shows(home);
        house.caughtUp();
        house.gate.forget();
        pages.as(volunteer()).words(with());
        assertThat(house.gate.looks)
                .singleElement()
                .extracting(Look::shown)
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(1);
    }

    @Test
    void showsInTheMatchOfOneRecordWhatWasSetUnderTheOtherOfTheSamePerson() throws Exception {
        ParticipantId augusta = story.enrolled("Augusta Ada");
        GoalId garden = story.goal(augusta, null, "plant a garden", 1, 5);
        for (ParticipantId each : List.of(ada, augusta)) {
            story.tell(new PersonsMerged(each, ada, augusta, "same-papers", Story.LAW));
        }
        house.caughtUp();
        house.gate.alsoTheirs.add(augusta.value());
        assertThat(pages.as(participant()).words("/goals/" + garden)).contains("Show it to them");

        story.tell(new GoalShown(garden, augusta, vera, match, Story.LAW), participant());
        house.caughtUp();
        assertThat(pages.words("/goals")).contains("Whoever walks beside you can see it");
        house.gate.forget();
        assertThat(pages.as(volunteer()).words(with()))
                .contains("plant a garden")
                .doesNotContain(HOME);
        assertThat(house.gate.looks)
                .singleElement()
                .satisfies(look -> assertThat(look.shown())
                        .singleElement()
                        .satisfies(shown -> assertThat(shown.person()).isEqualTo(augusta.value())));
    }
}

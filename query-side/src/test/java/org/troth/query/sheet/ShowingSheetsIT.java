package org.troth.query.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.SheetId;
import org.troth.events.VolunteerId;
import org.troth.events.account.Actor;
import org.troth.events.account.Role;
import org.troth.events.disclosure.LookForbidden;
import org.troth.events.encounter.EncounterEvent.CitedSheet;
import org.troth.events.encounter.EncounterEvent.EncounterLogged;
import org.troth.events.sheet.SheetEvent.Review;
import org.troth.events.sheet.SheetEvent.SheetReviewed;
import org.troth.events.sheet.SheetEvent.SheetTakenBack;
import org.troth.query.sample.House;
import org.troth.query.sample.Pages;
import org.troth.query.sample.Story;
import org.troth.testkit.TestDatabase;

/** Which sheets there are, whether their review holds, and which of them a participant was given. */
class ShowingSheetsIT {

    private TestDatabase database;
    private House house;
    private Story story;
    private ParticipantId ada;
    private VolunteerId vera;
    private MatchId match;
    private SheetId hearing;
    private SheetId eviction;
    private Pages pages;

    @BeforeEach
    void tell() {
        database = House.upToDate();
        house = new House(database);
        story = new Story(house.feed, 29).beginning();
        vera = story.volunteer("Vera Rubin", 2, "housing");
        ada = story.enrolled("Ada Byron");
        match = story.started(ada, vera);
        hearing = story.published("Your first hearing", LocalDate.of(2026, 12, 31));
        eviction = story.published("A notice to leave", LocalDate.of(2026, 5, 31));
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

    @Test
    void showsEverybodyWhoWorksOrIsHelpedWhichReviewHoldsAndWhichIsOverdue() throws Exception {
        for (Actor each : List.of(participant(), volunteer(), Story.COORDINATOR)) {
            assertThat(pages.as(each).words("/sheets"))
                    .contains("Your first hearing", "Reviewed", "A notice to leave", "Review overdue", "GB-ENG");
            assertThat(pages.words("/sheets/" + eviction))
                    .contains("Nobody of the law has looked at this since its review ended")
                    .contains("What A notice to leave says in version 1.", "Solicitor");
        }
        assertThat(house.gate.looks).as("a sheet is about nobody").isEmpty();
    }

    @Test
    void letsOnlyACoordinatorPublishAndReview() throws Exception {
        assertThat(pages.as(Story.COORDINATOR).words("/sheets")).contains("Publish a sheet");
        assertThat(pages.words("/sheets/" + hearing))
                .contains("Reviewed anew", "Publish another version", "Take it back");
        assertThat(pages.as(volunteer()).words("/sheets/" + hearing)).doesNotContain("Reviewed anew", "Take it back");
        story.tell(new SheetReviewed(
                eviction, 1, new Review("law-centre", LocalDate.of(2026, 6, 1), LocalDate.of(2027, 6, 1)), Story.LAW));
        story.tell(new SheetTakenBack(hearing, 1));
        house.caughtUp();
        assertThat(pages.as(Story.COORDINATOR).words("/sheets"))
                .contains("Taken back", "until 1 June 2027")
                .doesNotContain("Review overdue");
        assertThat(pages.words("/sheets/" + hearing))
                .doesNotContain("Reviewed anew")
                .contains("It is given to nobody");
    }

    @Test
    void keepsEveryVersionAsItWasGiven() throws Exception {
        story.published(hearing, 2, "Your first hearing, anew", LocalDate.of(2026, 12, 31));
        house.caughtUp();
        assertThat(pages.as(participant()).words("/sheets"))
                .contains("Your first hearing, anew", "Version 2")
                .doesNotContain("Version 3");
        assertThat(pages.words("/sheets/" + hearing)).contains("in version 2.").doesNotContain("in version 1.");
        assertThat(pages.words("/sheets/" + hearing + "?version=1"))
                .contains("in version 1.", "There is a newer version");
        for (String unknown : List.of("/sheets/" + hearing + "?version=3", "/sheets/" + UUID.randomUUID())) {
            assertThatThrownBy(() -> pages.get(unknown)).hasRootCauseInstanceOf(LookForbidden.class);
        }
    }

    @Test
    void leavesAParticipantWhatTheyWereGivenAndShowsItBesideTheMeeting() throws Exception {
        assertThat(pages.as(participant()).words("/sheets/given")).contains("None yet");
        EncounterLogged met = story.met(match, ada, vera);
        story.gave(met, new CitedSheet(hearing, 1, "ab1"), new CitedSheet(eviction, 1, "ab1"));
        story.published(hearing, 2, "Your first hearing, anew", LocalDate.of(2026, 12, 31));
        house.caughtUp();
        assertThat(pages.words("/sheets/given"))
                .contains("Your first hearing", "A notice to leave", "Version 1, at the meeting of")
                .doesNotContain("anew");
        for (Actor each : List.of(participant(), volunteer(), Story.COORDINATOR)) {
            assertThat(pages.as(each).words("/encounters/" + met.encounter()))
                    .contains("Sheets that were given", "Your first hearing", "Version 1");
        }
        story.corrected(met, 40, null);
        story.gave(met, new CitedSheet(eviction, 1, "ab1"));
        house.caughtUp();
        assertThat(pages.as(participant()).words("/sheets/given"))
                .contains("A notice to leave")
                .doesNotContain("Your first hearing");
        assertThat(pages.as(Story.self(Role.PARTICIPANT, story.id())).words("/sheets/given"))
                .contains("None yet");
    }

    @Test
    void showsThoseThatWereGivenAPageAtATimeAndDividesNoMeeting() throws Exception {
        for (int number = 1; number <= 12; number++) {
            EncounterLogged met = story.met(match, ada, vera);
            story.gave(met, new CitedSheet(hearing, 1, "ab1"), new CitedSheet(eviction, 1, "ab1"));
        }
        house.caughtUp();
        String first = pages.as(participant()).get("/api/v1/sheets/given").getContentAsString();
        assertThat(first.split("\"encounter\"", -1)).hasSize(21);
        String before = first.replaceAll("(?s).*\"before\":(\\d+).*", "$1");
        assertThat(pages.get("/api/v1/sheets/given?before=" + before)
                        .getContentAsString()
                        .split("\"encounter\"", -1))
                .hasSize(5);
    }

    @Test
    void isClosedToEverybodyElse() {
        for (Actor other : List.of(Story.AUDITOR, Story.ADMINISTRATOR)) {
            for (String path : List.of("/sheets", "/sheets/" + hearing, "/sheets/given")) {
                assertThatThrownBy(() -> pages.as(other).get(path)).hasRootCauseInstanceOf(LookForbidden.class);
            }
        }
        assertThatThrownBy(() -> pages.as(volunteer()).get("/sheets/given"))
                .hasRootCauseInstanceOf(LookForbidden.class);
    }
}

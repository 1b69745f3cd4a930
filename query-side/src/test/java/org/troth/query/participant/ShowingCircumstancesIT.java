package org.troth.query.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.VolunteerId;
import org.troth.events.account.Actor;
import org.troth.events.account.Role;
import org.troth.events.confidential.Words;
import org.troth.events.programme.ProgrammeEvent.Label;
import org.troth.events.programme.ProgrammeEvent.ProgrammeCodeOffered;
import org.troth.events.programme.ProgrammeEvent.ProgrammeList;
import org.troth.query.sample.House;
import org.troth.query.sample.Pages;
import org.troth.query.sample.Story;
import org.troth.testkit.TestDatabase;

/** S0-27, S1-1: who somebody is, is seen where the help needs it and nowhere else; what they need to take part, by whoever meets them. */
class ShowingCircumstancesIT {

    private TestDatabase database;
    private House house;
    private Story story;
    private ParticipantId ada;
    private VolunteerId vera;
    private MatchId match;
    private Pages pages;

    @BeforeEach
    void tell() {
        database = House.upToDate();
        house = new House(database);
        story = new Story(house.feed, 40).beginning();
        story.tell(new ProgrammeCodeOffered(
                ProgrammeList.PARTICIPANT_CLASS,
                "law-person",
                List.of(new Label("en", "Lawyer or law student")),
                Story.LAW));
        vera = story.volunteer("Vera Rubin", 2, "housing");
        ada = story.enrolled("Ada Byron");
        story.around(ada, null, "law-person", "interpreter:ase step-free", "es", "ar");
        match = story.started(ada, vera);
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
    void showsACoordinatorAllOfItOnTheCaseAndNoneOfItInAnyList() throws Exception {
        assertThat(pages.as(Story.COORDINATOR).words("/participants/{id}", ada.value()))
                .contains("Speaks too", "Arabic, Spanish", "Lawyer or law student")
                .contains("Interpreter for American Sign Language, step-free place");
        for (String list : new String[] {"/participants", "/", "/worklist/places"}) {
            assertThat(pages.words(list)).doesNotContain("Lawyer", "tep-free");
        }
    }

    @Test
    void showsTheVolunteerWhatTheyNeedToTakePartAndNeverWhoTheyAre() throws Exception {
        assertThat(pages.as(volunteer()).words("/walks"))
                .contains("What they need to take part", "Interpreter for American Sign Language, step-free place")
                .doesNotContain("Lawyer");
        assertThat(house.gate.looks)
                .singleElement()
                .satisfies(look -> assertThat(look.shown())
                        .filteredOn(shown -> shown.person().equals(ada.value()))
                        .singleElement()
                        .satisfies(shown -> assertThat(shown.words())
                                .contains(Words.PARTICIPANT_ACCESS)
                                .doesNotContain(Words.PARTICIPANT_CLASS)));
    }

    @Test
    void showsItNoVolunteerBeforeAMatchStartsOrAfterItEnded() throws Exception {
        house.gate.matched.clear();
        assertThat(pages.as(volunteer()).words("/walks")).doesNotContain("tep-free", "Interpreter");
    }

    @Test
    void keepsBothVersionsForThePersonAndTheLastForOthers() throws Exception {
        story.around(ada, "has-changed", "tenant-of", "captions", "fr");
        house.caughtUp();
        assertThat(pages.as(participant()).words("/participants/{id}/versions", ada.value()))
                .contains("Lawyer or law student", "Interpreter for American Sign Language", "Captions", "French");
        assertThat(pages.as(Story.COORDINATOR).words("/participants/{id}/versions", ada.value()))
                .contains("Captions", "French", "shown to them alone")
                .doesNotContain("Lawyer", "American Sign");
        assertThat(pages.words("/participants/{id}", ada.value()))
                .contains("Captions")
                .doesNotContain("Lawyer", "American Sign");
    }

    @Test
    void isTakenAlongInThePersonsCopy() throws Exception {
        assertThat(pages.as(participant()).get("/api/v1/mine/copy").getContentAsString())
                .contains("law-person", "interpreter:ase step-free", "\"otherLanguages\":[\"ar\",\"es\"]");
        assertThat(pages.get("/mine/copy.pdf").getContentAsString())
                .contains("Lawyer or law student", "Interpreter for American Sign Language, step-free place");
    }

    @Test
    void opensNothingAfterErasure() throws Exception {
        house.words.erase(ada.value());
        assertThat(pages.as(Story.COORDINATOR).words("/participants/{id}", ada.value()))
                .doesNotContain("Lawyer", "tep-free");
        assertThat(pages.as(volunteer()).words("/walks")).doesNotContain("tep-free");
    }
}

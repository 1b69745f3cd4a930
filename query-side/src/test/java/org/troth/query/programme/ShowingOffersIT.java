package org.troth.query.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.troth.events.account.Actor;
import org.troth.events.account.Role;
import org.troth.events.disclosure.LookForbidden;
import org.troth.events.programme.ProgrammeEvent.Label;
import org.troth.events.programme.ProgrammeEvent.ProgrammeCodeOffered;
import org.troth.events.programme.ProgrammeEvent.ProgrammeCodeWithdrawn;
import org.troth.events.programme.ProgrammeEvent.ProgrammeList;
import org.troth.query.sample.House;
import org.troth.query.sample.Pages;
import org.troth.query.sample.Story;
import org.troth.testkit.TestDatabase;

/** What the programme offers, and that its own words are said wherever its codes stand, also after they were withdrawn. */
class ShowingOffersIT {

    private TestDatabase database;
    private House house;
    private Story story;
    private Pages pages;

    @BeforeEach
    void tell() {
        database = House.upToDate();
        house = new House(database);
        story = new Story(house.feed, 39).beginning();
        offer(ProgrammeList.MATTER, "school", new Label("en", "School"), new Label("ar", "المدرسة"));
        offer(ProgrammeList.MATTER, "school", new Label("en", "School exclusion"), new Label("ar", "الفصل"));
        offer(ProgrammeList.PARTICIPANT_CLASS, "tenant-of", new Label("en", "Somebody who rents"));
        house.live().caughtUp();
        pages = new Pages(house);
    }

    @AfterEach
    void close() {
        house.close();
        database.close();
    }

    private void offer(ProgrammeList list, String code, Label... labels) {
        story.tell(new ProgrammeCodeOffered(list, code, List.of(labels), Story.LAW));
    }

    @Test
    void showsCoordinatorsAndAuditorsWhatCanBeChosen() throws Exception {
        assertThat(pages.as(Story.COORDINATOR).words("/programme"))
                .contains("Housing", "as it was published", "School exclusion", "Somebody who rents", "Offered")
                .contains("Offer something new", "Withdraw", "Other words", "Always stays");
        assertThat(pages.as(Story.AUDITOR).words("/programme"))
                .contains("School exclusion")
                .doesNotContain("Offer something new", "Other words");
        assertThat(house.gate.looks).as("it is about nobody").isEmpty();
    }

    @Test
    void saysTheProgrammesWordsWhereverItsCodeStandsAlsoAfterItWasWithdrawn() throws Exception {
        String volunteer = story.volunteer("Vera Rubin", 2, "school").toString();
        story.tell(new ProgrammeCodeWithdrawn(ProgrammeList.MATTER, "school", Story.LAW));
        house.caughtUp();
        assertThat(pages.as(Story.COORDINATOR).words("/programme")).contains("Withdrawn", "Offer again");
        assertThat(pages.words("/volunteers/" + volunteer)).contains("School exclusion");
        assertThat(pages.words("/volunteers")).contains("School exclusion");
    }

    @Test
    void saysWhatWasSaidLastInTheReadersLanguageOrTheMainOne() {
        ProgrammeViews views = house.context.getBean(ProgrammeViews.class);
        assertThat(views.of("school", "en")).isEqualTo("School exclusion");
        assertThat(views.of("school", "ar")).isEqualTo("الفصل");
        assertThat(views.of("tenant-of", "ar")).isEqualTo("\u2068Somebody who rents\u2069");
        assertThat(views.of("housing", "en")).isNull();
        assertThat(views.changed(ProgrammeList.MATTER)).containsOnlyKeys("school");
    }

    @Test
    void isClosedToEverybodyElse() {
        Actor volunteer = Story.self(
                Role.VOLUNTEER, story.volunteer("Vera Rubin", 2, "housing").value());
        house.caughtUp();
        for (Actor other : List.of(volunteer, Story.ADMINISTRATOR)) {
            assertThatThrownBy(() -> pages.as(other).get("/programme")).hasRootCauseInstanceOf(LookForbidden.class);
        }
    }
}

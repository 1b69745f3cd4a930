package org.troth.query.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.troth.events.ParticipantId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.LookForbidden;
import org.troth.query.sample.House;
import org.troth.query.sample.Pages;
import org.troth.query.sample.Story;
import org.troth.testkit.TestDatabase;

/** What was put right holds everywhere, and what stood before is shown beside it to whom it is about and to coordinators. */
class PuttingRightIT {

    private TestDatabase database;
    private House house;
    private ParticipantId ada;
    private Pages pages;

    @BeforeEach
    void tell() {
        database = House.upToDate();
        house = new House(database);
        Story story = new Story(house.feed, 23).beginning();
        ada = story.enrolled("Ada Byron");
        story.putRight(ada, "Adaeze Byron");
        house.live().caughtUp();
        house.gate.forget();
        pages = new Pages(house);
    }

    @AfterEach
    void close() {
        house.close();
        database.close();
    }

    @Test
    void showsEveryVersionToThePersonAndToCoordinatorsTheWordsThatHold() throws Exception {
        assertThat(pages.words("/participants/{id}/versions", ada.value()))
                .contains("Adaeze Byron", "Put right", "Taken down first", "taken out", "shown to them alone")
                .doesNotContain("Ada Byron", "intake note");
        pages.as(Story.self(Role.PARTICIPANT, ada.value()));
        assertThat(pages.words("/participants/{id}/versions", ada.value()))
                .contains("Adaeze Byron", "Ada Byron", "intake note");
        assertThat(pages.get("/api/v1/participants/{id}/versions", ada.value()).getContentAsString())
                .contains("written-wrong", "noteTaken");
        assertThat(house.gate.looks).hasSize(3);
    }

    @Test
    void holdsOnTheCaseInTheListAndInTheSearch() throws Exception {
        assertThat(pages.words("/participants/{id}", ada.value()))
                .contains("Adaeze Byron")
                .doesNotContain("intake note");
        assertThat(pages.words("/participants")).contains("Adaeze Byron").doesNotContain("Ada Byron");
        assertThat(Pages.visible(
                        pages.post("/participants/search", "term", "adaeze").getContentAsString()))
                .contains("Adaeze Byron");
    }

    @Test
    void isHiddenFromEverybodyElseAndOpensNothingAfterErasure() throws Exception {
        pages.as(Story.self(Role.PARTICIPANT, UUID.randomUUID()));
        assertThatThrownBy(() -> pages.get("/participants/{id}/versions", ada.value()))
                .hasRootCauseInstanceOf(LookForbidden.class);
        pages.as(Story.COORDINATOR);
        house.words.erase(ada.value());
        assertThat(pages.words("/participants/{id}/versions", ada.value())).doesNotContain("Byron");
    }
}

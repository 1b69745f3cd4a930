package org.troth.query.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.troth.events.ParticipantId;
import org.troth.events.Side;
import org.troth.events.VolunteerId;
import org.troth.events.account.Actor;
import org.troth.events.account.Role;
import org.troth.events.disclosure.LookForbidden;
import org.troth.events.erasure.ErasureEvent.ErasureNotedByMistake;
import org.troth.events.erasure.ErasureEvent.ErasureRequestTakenBack;
import org.troth.events.erasure.ErasureEvent.ErasureRequested;
import org.troth.query.sample.House;
import org.troth.query.sample.Pages;
import org.troth.query.sample.Story;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;

@WithPostgres
class ShowingErasuresIT {

    private static House house;
    private static Story story;
    private static ParticipantId ada;
    private static ParticipantId rosa;
    private static VolunteerId vera;

    @BeforeAll
    static void open(TestDatabase database) {
        house = new House(database).live();
        story = new Story(house.feed, 5).beginning();
        ada = story.enrolled("Ada Byron");
        rosa = story.enrolled("Rosa Parks");
        vera = story.volunteer("Vera Rubin", 2, "housing");
        house.caughtUp();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void waitsForTheCoordinatorsOfEitherKindOfPersonUntilItIsTakenBack() throws Exception {
        Pages pages = new Pages(house);
        Actor asAda = Story.self(Role.PARTICIPANT, ada.value());
        Actor asVera = Story.self(Role.VOLUNTEER, vera.value());
        UUID adas = story.id();
        UUID veras = story.id();
        story.tell(
                new ErasureRequested(
                        ada.value(),
                        Side.PARTICIPANT,
                        adas,
                        LocalDate.of(2020, 1, 2),
                        LocalDate.of(2020, 3, 4),
                        Story.LAW),
                asAda);
        story.tell(
                new ErasureRequested(
                        vera.value(),
                        Side.VOLUNTEER,
                        veras,
                        LocalDate.of(2999, 1, 2),
                        LocalDate.of(2999, 5, 6),
                        Story.LAW),
                asVera);
        house.caughtUp();

        assertThat(pages.as(asAda).words("/erasures/mine"))
                .contains("You have asked us", "4 March 2020", "I changed my mind")
                .doesNotContain("Ask to be forgotten");
        assertThat(pages.as(asVera).words("/erasures/mine")).contains("6 May 2999");
        assertThat(pages.as(Story.self(Role.PARTICIPANT, rosa.value())).words("/erasures/mine"))
                .contains("Ask to be forgotten")
                .doesNotContain("You have asked us");

        assertThat(pages.as(Story.COORDINATOR).words("/worklist/erasure"))
                .containsSubsequence(
                        "Ada Byron", "Participant", "4 March 2020", "Overdue", "Vera Rubin", "Volunteer", "6 May 2999")
                .doesNotContain("Rosa Parks");
        assertThat(pages.get("/worklist/erasure").getContentAsString())
                .contains("/participants/" + ada, "/volunteers/" + vera);
        assertThat(pages.words("/participants/{id}", ada.value()))
                .contains("to be forgotten. Answer them by 4 March 2020.", "Overdue")
                .doesNotContain("They ask to be forgotten");
        assertThat(pages.words("/volunteers/{id}", vera.value())).contains("Answer them by 6 May 2999.");
        assertThat(pages.words("/participants/{id}", rosa.value())).contains("They ask to be forgotten");

        story.tell(new ErasureRequestTakenBack(ada.value(), Side.PARTICIPANT, adas, Story.LAW), asAda);
        house.caughtUp();
        assertThat(pages.words("/worklist/erasure")).contains("Vera Rubin").doesNotContain("Ada Byron");
        assertThat(pages.words("/participants/{id}", ada.value()))
                .contains("No longer asks to be forgotten.")
                .doesNotContain("Answer them by");
        assertThat(pages.as(asAda).get("/api/v1/erasures/mine").getContentAsString())
                .isEqualTo("{\"waiting\":null}");

        story.tell(
                new ErasureNotedByMistake(vera.value(), Side.VOLUNTEER, veras, "another-person-asked", Story.LAW),
                Story.COORDINATOR);
        house.caughtUp();
        assertThat(pages.as(Story.COORDINATOR).words("/worklist/erasure")).doesNotContain("Vera Rubin");
        assertThat(pages.words("/volunteers/{id}", vera.value())).doesNotContain("Answer them by");
        assertThat(pages.as(asVera).get("/api/v1/erasures/mine").getContentAsString())
                .isEqualTo("{\"waiting\":null}");
    }

    @Test
    void isNobodyElsesPage() {
        Pages pages = new Pages(house);
        for (Actor other : new Actor[] {Story.COORDINATOR, Story.AUDITOR}) {
            assertThatThrownBy(() -> pages.as(other).get("/erasures/mine")).hasCauseInstanceOf(LookForbidden.class);
            assertThatThrownBy(() -> pages.as(other).get("/api/v1/erasures/mine"))
                    .hasCauseInstanceOf(LookForbidden.class);
        }
    }
}

package org.troth.query.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.troth.events.VolunteerId;
import org.troth.events.account.Role;
import org.troth.events.confidential.Words;
import org.troth.events.disclosure.LookForbidden;
import org.troth.events.volunteer.VolunteerEvent.VolunteerCorrected;
import org.troth.query.sample.House;
import org.troth.query.sample.Pages;
import org.troth.query.sample.PretendWords;
import org.troth.query.sample.Story;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;

/** What was taken down of a volunteer is put right; what stood before stays, and its words are theirs. */
@WithPostgres
class ShowingVersionsOfVolunteersIT {

    private static House house;
    private static VolunteerId vera;
    private static VolunteerId other;

    @BeforeAll
    static void tell(TestDatabase database) {
        house = new House(database);
        Story story = new Story(house.feed, 14).beginning();
        vera = story.volunteer("Vera Cooper", 2, "housing");
        other = story.volunteer("Cecilia Payne", 2, "housing");
        story.tell(new VolunteerCorrected(
                vera,
                "has-changed",
                PretendWords.sealed(Words.VOLUNTEER_NAME, vera.value(), "Vera Rubin"),
                null,
                PretendWords.sealed(Words.VOLUNTEER_CONTACT, vera.value(), "vera@now.example.org"),
                false,
                Story.LAW));
        story.tell(new VolunteerCorrected(vera, "written-wrong", null, List.of("es", "pt"), null, true, Story.LAW));
        house.live().caughtUp();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void showsWhatHoldsOnEveryPage() throws Exception {
        Pages pages = new Pages(house).as(Story.COORDINATOR);
        assertThat(pages.words("/volunteers/" + vera))
                .startsWith(" Skip to the content Troth Leave now ← Volunteers Vera Rubin")
                .contains("Spanish, Portuguese");
        assertThat(pages.words("/volunteers")).contains("Vera Rubin").doesNotContain("Vera Cooper");
    }

    @Test
    void showsEachVersionAndANameThatWasLeftBehindToThemAlone() throws Exception {
        Pages pages = new Pages(house).as(Story.COORDINATOR);
        for (String address : List.of("/volunteers/", "/api/v1/volunteers/")) {
            pages.as(Story.COORDINATOR);
            assertThat(pages.get(address + vera + "/versions").getContentAsString())
                    .contains("Vera Rubin")
                    .doesNotContain("Vera Cooper");
            pages.as(Story.self(Role.VOLUNTEER, vera.value()));
            assertThat(pages.get(address + vera + "/versions").getContentAsString())
                    .contains("Vera Rubin", "Vera Cooper");
        }
        assertThat(pages.words("/volunteers/" + vera + "/versions"))
                .contains("Has changed", "Written wrong", "Taken down first");
        pages.as(Story.COORDINATOR);
        assertThat(pages.words("/volunteers/" + vera + "/versions")).contains("shown to them alone");
    }

    /** Where they were to be reached before is theirs; what was taken out is shown nowhere any more. */
    @Test
    void showsHowTheyWereReachedToThemAlone() throws Exception {
        Pages pages = new Pages(house);
        for (String address : List.of("/volunteers/", "/api/v1/volunteers/")) {
            pages.as(Story.COORDINATOR);
            assertThat(pages.get(address + vera + "/versions").getContentAsString())
                    .doesNotContain("vera@now.example.org");
            assertThat(pages.get(address + vera).getContentAsString()).doesNotContain("vera@now.example.org");
            pages.as(Story.self(Role.VOLUNTEER, vera.value()));
            assertThat(pages.get(address + vera + "/versions").getContentAsString())
                    .contains("vera@now.example.org");
        }
        assertThat(pages.words("/volunteers/" + vera + "/versions")).contains("To be reached", "taken out");
    }

    @Test
    void isForNobodyElse() {
        Pages pages = new Pages(house);
        for (var reader : List.of(
                Story.self(Role.VOLUNTEER, other.value()), Story.self(Role.PARTICIPANT, vera.value()), Story.AUDITOR)) {
            pages.as(reader);
            for (String address : List.of("/volunteers/", "/api/v1/volunteers/")) {
                for (UUID id : List.of(vera.value(), UUID.randomUUID())) {
                    assertThatThrownBy(() -> pages.get(address + id + "/versions"))
                            .rootCause()
                            .isInstanceOf(LookForbidden.class);
                }
            }
        }
    }
}

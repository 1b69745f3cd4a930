package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.troth.app.stories.Stage.Cast;
import tools.jackson.databind.JsonNode;

/** Both read what a volunteer does, each for themselves; and what is not a volunteer's part is said with one press and decided on (R4). */
@ExtendWith(Stage.class)
class KeepingToRoleIT {

    @Test
    void isReadByEachForThemselvesInTheirLanguageAndByNobodyForAnother(Cast cast) {
        Household house = new Household(cast.troth());
        Visitor desk = house.coordinator.signIn(cast.visitor(Device.DESKTOP, Way.MOUSE));
        desk.goTo("/matches/" + house.match).sees("the volunteer; the participant not yet");
        desk.follow("what a volunteer does").sees("Nobody can say it for them");
        assertThat(desk.offers("acknowledgement")).isFalse();
        assertThatThrownBy(
                        () -> house.coordinator.act("/charter/acknowledgement", Map.of("version", 1, "language", "en")))
                .hasMessageStartingWith("404");

        Visitor her = house.participant.signIn(cast.visitor(Device.PHONE, Way.KEYBOARD));
        her.goTo("/mine").sees("Please read what a volunteer does").follow("What a volunteer does");
        her.sees("What a volunteer does not do", "How to reach the coordinator");
        her.goTo("/charter?language=ar");
        assertThat(her.page().locator(".shown-text").getAttribute("dir")).isEqualTo("rtl");
        her.press("لقد قرأت هذا.");
        her.goTo("/mine").seesNot("Please read what a volunteer does");
        her.goTo("/charter").sees("You said that you read this");
        assertThat(her.offers("acknowledgement")).isFalse();

        house.settle();
        desk.goTo("/matches/" + house.match).seesNot("not yet");
    }

    @Test
    void isReadBeforeAVolunteerAcceptsThemselvesAndKeepsNoParticipantWaiting(Cast cast) {
        Household house = new Household(cast.troth());
        house.coordinator.act("/matches/" + house.match + "/end", Map.of("reason", "CHANGE_ARRANGED"));
        String person = house.volunteerOf("Barnaby Sedgewick");
        Somebody next = house.invite("VOLUNTEER", person);
        String match = house.participant
                .act("/matches", Map.of("participant", house.participantId))
                .path("id")
                .asString();
        house.coordinator.act("/matches/" + match + "/proposal", Map.of("volunteer", person));
        house.participant.act("/matches/" + match + "/acceptance", Map.of());
        assertThatThrownBy(() -> next.act("/matches/" + match + "/acceptance", Map.of()))
                .hasMessageStartingWith("409")
                .hasMessageContaining("charter-first");
        Household.readsCharter(next);
        next.act("/matches/" + match + "/acceptance", Map.of());
        assertThatThrownBy(() -> Household.readsCharter(next)).hasMessageContaining("already-acknowledged");
    }

    @Test
    void letsAVolunteerSayWithOnePressWhatIsNotTheirPartAndACoordinatorDecide(Cast cast) {
        Household house = new Household(cast.troth());
        Visitor walker =
                house.volunteer.signIn(cast.visitor(Device.PHONE, Way.MOUSE)).goTo("/walks");
        walker.page().locator("summary:has-text('not my part')").click();
        walker.press("Money").sees("Your coordinator will deal with it.", "Legal advice");
        assertThat(walker.path()).isEqualTo("/walks");

        Visitor her = house.participant.signIn(cast.visitor(Device.PHONE, Way.MOUSE));
        her.goTo("/mine")
                .sees("What a volunteer cannot do for me", "Legal advice", "Money", Household.ASKED_FOR)
                .sees("Your coordinator is looking for the right help.");

        Visitor desk = house.coordinator.signIn(cast.visitor(Device.DESKTOP, Way.KEYBOARD));
        desk.goTo("/worklist/outside").sees("Outside the role, to be decided");
        desk.goTo("/charter/outside/" + house.outside)
                .sees("Outside the role: legal advice", Household.NAME, Household.ASKED_FOR)
                .intend("decision", "referral", house.referral)
                .sees("A service was offered")
                .seesNot("This is the decision");

        her.goTo("/mine").sees("Another service was offered to you.");
        walker.goTo("/walks").sees("Your coordinator has dealt with it.").seesNot("Another service");
        assertThat(house.volunteer.answer("/walks").body()).doesNotContain("MADE", house.referral);
    }

    @Test
    void restsOnADecisionAgainstAReferralAsWellAndNeverOnNone(Cast cast) {
        Household house = new Household(cast.troth());
        JsonNode judged = house.coordinator.act(
                "/referrals/not-appropriate",
                Map.of("participant", house.participantId, "need", "legal-advice", "reason", "too-early"));
        String decision = "/charter/outside/" + house.outside + "/decision";
        for (String other : new String[] {house.match, house.participantId}) {
            assertThatThrownBy(() -> house.coordinator.act(decision, Map.of("referral", other)))
                    .hasMessageStartingWith("409")
                    .hasMessageContaining("another-referral");
        }
        house.coordinator.act(decision, Map.of("referral", judged.path("id").asString()));
        assertThatThrownBy(() -> house.coordinator.act(decision, Map.of("referral", house.referral)))
                .hasMessageContaining("already-decided");
        house.settle();
        Visitor her = house.participant.signIn(cast.visitor(Device.PHONE, Way.WITHOUT_SCRIPT));
        her.goTo("/mine").sees("No other service is right for now. You can ask again.");
    }

    @Test
    void writesANoteWithItWithoutScript(Cast cast) {
        Household house = new Household(cast.troth());
        Visitor walker = house.volunteer.signIn(cast.visitor(Device.PHONE, Way.WITHOUT_SCRIPT));
        walker.goTo("/charter/outside/new?match=" + house.match)
                .choose("What was asked for", "Danger")
                .fill("A short note", "He stood before the door again.")
                .press("Say it");
        assertThat(walker.path()).isEqualTo("/walks");
        walker.sees("Danger", "Your coordinator will deal with it.");
        house.settle();
        assertThat(house.participant.page("/mine").body())
                .contains("What a volunteer cannot do for me")
                .doesNotContain("stood before the door", ">Danger<");
    }
}

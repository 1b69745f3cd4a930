package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.troth.app.stories.Stage.Cast;

/** Somebody else comes to a meeting: asked before, answered by the participant alone, and found out where nobody asked. */
@ExtendWith(Stage.class)
class BringingSomebodyAlongIT {

    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    @ParameterizedTest
    @EnumSource(Way.class)
    void isAskedByOneAndAnsweredByTheOtherAndTakenBack(Way way, Cast cast) {
        Household house = new Household(cast.troth());
        Visitor walker = house.volunteer.signIn(cast.visitor(Device.PHONE, way));
        walker.goTo("/walks")
                .follow("Who else may come")
                .follow("Ask for a meeting to come")
                .choose("Somebody who watches how we work")
                .fill("Day of the meeting", LocalDate.now(ZONE).plusDays(2))
                .press("Ask")
                .sees("Somebody who watches", "Waits for an answer")
                .seesNot("Yes, they may come");

        Visitor her = house.participant.signIn(cast.visitor(Device.PHONE, way));
        her.goTo("/mine").follow("Read it and say yes or no").sees("Somebody who watches", "Somebody who is learning");
        String first = "/presences/in/" + house.match;
        house.participant.act("/presences/" + house.presence + "/no", Map.of());
        her.goTo(first).press("Yes, they may come").sees("May come", "Take my yes back");
        walker.goTo(first).sees("May come", "Nobody else comes");
        her.press("Take my yes back").sees("Nobody else comes").seesNot("May come", "Yes, they may come");
        walker.goTo(first).sees("Nobody else comes").seesNot("May come", "Call it off");
    }

    @Test
    void keepsAMeetingAtWhichSomebodyWasThereWithoutAYesAndSaysSo(Cast cast) {
        Household house = new Household(cast.troth());
        Visitor walker = house.volunteer.signIn(cast.visitor(Device.PHONE, Way.MOUSE));
        walker.goTo("/encounters/new?match=" + house.match)
                .choose("Phone")
                .choose("Emotional")
                .choose("None of these");
        walker.page().getByText("More: what it was about").click();
        walker.choose("Somebody who watched").press("Log the meeting");
        Visitor coordinator = house.coordinator.signIn(cast.visitor(Device.DESKTOP, Way.MOUSE));
        coordinator
                .goTo("/participants/" + house.participantId)
                .sees("Somebody else there without a yes", "observer without a yes beforehand");
        Visitor her = house.participant.signIn(cast.visitor(Device.PHONE, Way.MOUSE));
        her.goTo(coordinator
                        .page()
                        .locator("tr:has-text('Somebody else there') a[href^='/encounters/']")
                        .first()
                        .getAttribute("href"))
                .sees("Who else was there", "Without a yes beforehand: somebody who watches");
    }

    /** A yes counts for what comes after it. */
    @Test
    void findsThatAYesCameAfterTheMeetingHadBegun(Cast cast) {
        Household house = new Household(cast.troth());
        String asked = house.volunteer
                .act(
                        "/presences",
                        Map.of(
                                "match",
                                house.match,
                                "guest",
                                "COMPANION",
                                "day",
                                LocalDate.now(ZONE).toString()))
                .path("id")
                .asString();
        house.participant.act("/presences/" + asked + "/agreement", Map.of());
        String early = met(house);
        house.settle();
        assertThat(house.participant.answer("/encounters/" + early).body()).contains("\"unagreed\":[\"COMPANION\"]");
        assertThat(house.coordinator
                        .page("/participants/" + house.participantId)
                        .body())
                .contains("companion without a yes beforehand");
    }

    /** At the very beginning of the day. */
    private static String met(Household house) {
        Map<String, Object> met = new HashMap<>();
        met.put("match", house.match);
        met.put("day", LocalDate.now(ZONE).toString());
        met.put("time", "00:00");
        met.put("minutes", 20);
        met.put("medium", "phone");
        met.put("support", List.of("social"));
        met.put("acts", List.of("none"));
        met.put("present", List.of("COMPANION"));
        return house.volunteer.act("/encounters", met).path("id").asString();
    }
}

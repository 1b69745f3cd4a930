package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.troth.app.stories.Stage.Cast;

/** A sheet is reviewed and published, given at a meeting by one tick, and found again by whoever was given it. */
@ExtendWith(Stage.class)
class GivingSheetsIT {

    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    @Test
    void leadsFromTheReviewToThePageOfThePersonWhoWasGivenIt(Cast cast) {
        Household house = new Household(cast.troth());
        String title = "What an appeal is " + house.match.substring(0, 8);
        Visitor coordinator = house.coordinator.signIn(cast.visitor(Device.DESKTOP, Way.KEYBOARD));
        coordinator
                .goTo("/sheets")
                .follow("Publish a sheet")
                .fill("Title", title)
                .fill("Jurisdiction", "GB-SCT")
                .fill("Text", "You ask a higher court to look again.")
                .choose("Reviewed by", "Solicitor")
                .fill("On", LocalDate.now(ZONE))
                .fill("Holds until", LocalDate.now(ZONE).plusDays(200))
                .press("Publish")
                .sees(title, "Version", "GB-SCT", "Solicitor", "Reviewed");

        Visitor walker = house.volunteer.signIn(cast.visitor(Device.PHONE, Way.MOUSE));
        walker.goTo("/encounters/new?match=" + house.match)
                .choose("Video")
                .choose("Informational")
                .choose("None of these")
                .choose(title + " (en, version 1)")
                .press("Log the meeting");

        Visitor her = house.participant.signIn(cast.visitor(Device.PHONE, Way.WITHOUT_SCRIPT));
        her.goTo("/mine")
                .follow("Those I was given")
                .sees(title, Household.SHEET)
                .follow(title)
                .sees("You ask a higher court to look again.");

        coordinator.press("Take it back").sees("It is given to nobody any more");
        walker.goTo("/encounters/new?match=" + house.match).seesNot(title);
        her.goTo("/sheets/given").sees(title);
    }

    @Test
    void citesNoVersionThatThereIsNotAndLosesNothingElse(Cast cast) {
        Household house = new Household(cast.troth());
        Map<String, Object> met = new HashMap<>();
        met.put("match", house.match);
        met.put("day", LocalDate.now(ZONE).toString());
        met.put("time", "00:00");
        met.put("minutes", 20);
        met.put("medium", "phone");
        met.put("support", List.of("informational"));
        met.put("acts", List.of("none"));
        met.put("sheets", List.of(house.sheet + ".2"));
        assertThat(house.volunteer.attempt("/encounters", met)).isEqualTo(400);
        met.put("sheets", List.of("NONE"));
        house.volunteer.act("/encounters", met);
    }
}

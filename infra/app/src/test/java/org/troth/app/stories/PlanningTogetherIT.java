package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.troth.app.stories.Stage.Cast;

/** Three people make one plan: each writes their own field, and whoever walks beside reads what is theirs and what is shown. */
@ExtendWith(Stage.class)
class PlanningTogetherIT {

    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final String LAW = "The form goes in before the end of the month.";
    private static final String LAW_NOW = "The form goes in before the end of next month.";
    private static final String STEP = "Read the form aloud once.";
    private static final String OWN = "I would like to say it in one go.";
    private static final String BESIDE = "We walk to the court house once, to see the door.";

    @ParameterizedTest
    @EnumSource(Way.class)
    void isWrittenByEachAndReadByWhoeverItIsShownTo(Way way, Cast cast) {
        Household house = new Household(cast.troth());
        Visitor coordinator = house.coordinator.signIn(cast.visitor(Device.DESKTOP, way));
        coordinator
                .goTo("/participants/" + house.participantId)
                .follow("See the plan")
                .follow("Open it")
                .sees(Household.PLANNED)
                .follow("Begin a section")
                .choose("Which section", "The law")
                .fill("What is planned", LAW)
                .press("Save")
                .sees(LAW, "Written on")
                .follow("Add a step")
                .fill("What is to be done", STEP)
                .choose("Who does it", "The person whose plan it is")
                .fill("By when", LocalDate.now(ZONE).plusDays(9))
                .press("Add this step")
                .sees(STEP, "To do");
        String law = coordinator.page().url().replaceAll("^https?://[^/]+|[?#].*$", "");

        Visitor her = house.participant.signIn(cast.visitor(Device.PHONE, way));
        her.goTo("/mine")
                .follow("Open my plan")
                .follow("Open it")
                .sees(LAW, Household.PLANNED)
                .follow("Write something in my own words")
                .choose("Which section", "In their own words")
                .fill("What is planned", OWN)
                .press("Save")
                .sees(OWN, "cannot see it");

        Visitor walker = house.volunteer.signIn(cast.visitor(Device.PHONE, way));
        String with = "/plans/with/" + house.match;
        walker.goTo("/walks")
                .follow("Their plan")
                .sees(Household.PLANNED)
                .seesNot(LAW, OWN, STEP)
                .follow("Begin our section")
                .choose("Which section", "Walking beside")
                .fill("What is planned", BESIDE)
                .press("Save")
                .sees(BESIDE);
        her.goTo(law).press("It is done").sees("Done").press("Show it to them").sees("can see it.");
        walker.goTo(with).sees(LAW, STEP, BESIDE).seesNot(OWN);
        walker.standsBefore("/plans/" + house.plan, 403);

        coordinator.goTo(law);
        coordinator.page().getByText("Say it in other words").click();
        coordinator.fill("What it is to say now", LAW_NOW).press("Save").sees(LAW_NOW, "What it said before", LAW);
        walker.goTo(with).sees(LAW_NOW);
        her.goTo(law).press("Show it to nobody").sees("cannot see it");
        walker.goTo(with).seesNot(LAW_NOW, STEP).sees(BESIDE);
    }

    @Test
    void isReadByThePersonAloneOnceItIsClosed(Cast cast) {
        Household house = new Household(cast.troth());
        Visitor coordinator = house.coordinator.signIn(cast.visitor(Device.DESKTOP, Way.MOUSE));
        coordinator.goTo("/plans/" + house.plan).press("Close this plan").sees("Closed");
        Visitor her = house.participant.signIn(cast.visitor(Device.PHONE, Way.MOUSE));
        her.goTo("/plans/" + house.plan).sees(Household.PLANNED, "Closed").seesNot("Write something");
        Visitor walker = house.volunteer.signIn(cast.visitor(Device.PHONE, Way.MOUSE));
        walker.goTo("/plans/with/" + house.match).sees("No plan now").seesNot(Household.PLANNED);
    }

    /** What somebody has not read they do not overwrite, and no one without a part in it learns that there is a plan. */
    @Test
    void answersOthersAsIfThereWereNoPlan(Cast cast) {
        Household house = new Household(cast.troth());
        String wording = "/plans/" + house.plan + "/sections/" + house.section + "/wording";
        String none = "/plans/" + UUID.randomUUID() + "/sections/" + UUID.randomUUID() + "/wording";
        Map<String, ?> said = Map.of("words", LAW, "version", "1");
        for (Somebody other : new Somebody[] {house.another("PARTICIPANT"), house.another("VOLUNTEER")}) {
            assertThat(other.attempt(wording, said))
                    .isEqualTo(other.attempt(none, said))
                    .isBetween(403, 404);
        }
        assertThat(house.coordinator.attempt(wording, said)).isEqualTo(200);
        assertThat(house.coordinator.attempt(wording, said)).isEqualTo(409);
    }
}

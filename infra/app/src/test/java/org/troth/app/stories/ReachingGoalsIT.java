package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.troth.app.stories.Stage.Cast;

/** A participant sets a goal on their phone, says how far they are, shows it and takes that back; nobody speaks for them. */
@ExtendWith(Stage.class)
class ReachingGoalsIT {

    private static final String WISH = "Read the letters aloud to my sister.";
    private static final String OTHER_WISH = "Read the letters aloud to anybody.";

    @ParameterizedTest
    @EnumSource(Way.class)
    void goesFromTheFirstWordsToTheEndAndBack(Way way, Cast cast) {
        Household house = new Household(cast.troth());
        Visitor her = house.participant.signIn(cast.visitor(Device.PHONE, way));
        her.goTo("/mine")
                .follow("My goals")
                .sees(Household.WISHED_NOW, "5 of 10", "The numbers as a table")
                .seesNot(Household.WISHED)
                .follow("Set a goal")
                .fill("What I want to reach", WISH)
                .choose("What it is about", "Confidence")
                .press("Set this goal")
                .sees(WISH, "No number yet", "Never the words");
        her.follow("Say how far I am")
                .choose("0: I have not begun")
                .press("Save")
                .sees("0 of 10")
                .follow("Say how far I am")
                .choose("5: about half way")
                .press("Save")
                .sees("5 of 10", "The numbers as a table");
        her.follow("Say it in other words")
                .fill("What I want to reach", OTHER_WISH)
                .press("Save")
                .sees(OTHER_WISH, "How I said it before", WISH);
        her.press("Let it go").sees("Let go").seesNot("Say how far I am");
        her.press("Take it up again")
                .sees("Say how far I am")
                .press("I have reached it")
                .sees("Reached");
    }

    @Test
    void isSeenByWhoeverWalksBesideThemOnlyWhileItIsShown(Cast cast) {
        Household house = new Household(cast.troth());
        Visitor her = house.participant.signIn(cast.visitor(Device.PHONE, Way.MOUSE));
        Visitor walker = house.volunteer.signIn(cast.visitor(Device.PHONE, Way.KEYBOARD));
        walker.goTo("/walks")
                .follow("Goals they show you")
                .sees(Household.WISHED_NOW, "They say 5 of 10")
                .seesNot(Household.WISHED);

        her.goTo("/goals/" + house.goal).press("Show it to nobody").sees("cannot see it");
        walker.goTo("/goals/with/" + house.match)
                .sees("Nothing is shown to you")
                .seesNot(Household.WISHED_NOW);

        her.press("Show it to them").sees("can see the words and the last number");
        walker.goTo("/goals/with/" + house.match).sees(Household.WISHED_NOW);
    }

    @Test
    void isForACoordinatorToKnowOfAndNotToReadOrWrite(Cast cast) {
        Household house = new Household(cast.troth());
        Visitor coordinator = house.coordinator.signIn(cast.visitor(Device.DESKTOP, Way.MOUSE));
        coordinator
                .goTo("/participants/" + house.participantId)
                .sees("Said how far they are with a goal.")
                .follow("See how far")
                .sees("Confidence", "5 of 10", "The words are theirs")
                .seesNot(Household.WISHED, Household.WISHED_NOW, "Say how far");
        for (Somebody other : new Somebody[] {house.coordinator, house.volunteer, house.another("PARTICIPANT")}) {
            int unknown = other.attempt("/goals/" + UUID.randomUUID() + "/rating", Map.of("rating", 9));
            assertThat(other.attempt("/goals/" + house.goal + "/rating", Map.of("rating", 9)))
                    .isEqualTo(unknown)
                    .isBetween(403, 404);
        }
        assertThat(house.participant.answer("/goals/" + house.goal).body()).contains("\"rating\":5");
    }
}

package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.troth.app.stories.Stage.Cast;

/** Whoever comes for themselves leaves no pages behind in the browser's history, and no name of what they used in its titles. */
@ExtendWith(Stage.class)
class LeavingNoTrailIT {

    @ParameterizedTest
    @EnumSource(
            value = Way.class,
            names = {"MOUSE", "KEYBOARD"})
    void takesThePlaceOfThePageBefore(Way way, Cast cast) {
        Household house = new Household(cast.troth());
        Visitor person = house.participant.signIn(cast.visitor(Device.PHONE, way));
        person.goTo("/mine");
        Object before = person.page().evaluate("history.length");
        person.follow("Open my plan").follow("Open it").follow("← My plan");
        assertThat(person.page().evaluate("history.length")).isEqualTo(before);
        assertThat(person.page().title()).isNotBlank().doesNotContain("Troth");

        Visitor volunteer = house.volunteer.signIn(cast.visitor(Device.PHONE, way));
        volunteer.goTo("/walks");
        before = volunteer.page().evaluate("history.length");
        volunteer.follow("Their plan");
        assertThat(volunteer.page().evaluate("history.length")).isEqualTo(before);
        assertThat(volunteer.page().title()).isNotBlank().doesNotContain("Troth");
    }

    @Test
    void leavesStaffTheirWayBack(Cast cast) {
        Household house = new Household(cast.troth());
        Visitor desk = house.coordinator.signIn(cast.visitor(Device.DESKTOP, Way.MOUSE));
        desk.goTo("/participants/" + house.participantId).follow("See the plan");
        desk.page().goBack();
        assertThat(desk.page().url()).endsWith("/participants/" + house.participantId);
        assertThat(desk.page().title()).endsWith("· Troth");
    }
}

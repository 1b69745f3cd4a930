package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.troth.app.stories.Stage.Cast;

/** A coordinator keeps the part of the worklist that they look at often, comes back to it by a link, and lets it go. */
@ExtendWith(Stage.class)
class KeepingFiltersIT {

    @Test
    void isKeptSeenAndRemovedByKeyboardAlone(Cast cast) {
        Visitor desk = cast.at("coordinator", Device.DESKTOP, Way.KEYBOARD);
        String newcomer = new Coordinator(desk).enquire("Somebody new.");
        desk.goTo("/worklist/filters/new")
                .choose("New enquiries")
                .choose("Kind of matter", "Housing")
                .press("Keep and show it");
        assertThat(desk.path()).isEqualTo("/worklist/filtered");
        desk.sees("New enquiries · Housing");
        assertThat(desk.page().url()).contains("kind=intake&matter=housing").doesNotContain(newcomer);

        desk.goTo("/").follow("New enquiries · Housing").sees("New enquiries · Housing");
        desk.goTo("/worklist/filters").sees("New enquiries · Housing");
        int before = desk.page().locator("form[action$='/removal']").count();
        removes(desk, "New enquiries · Housing");
        assertThat(desk.page().locator("form[action$='/removal']").count()).isEqualTo(before - 1);
        assertThat(desk.goTo("/").text()).doesNotContain("New enquiries · Housing");
    }

    @SuppressWarnings("deprecation")
    private static void removes(Visitor desk, String words) {
        Locator button = desk.page()
                .locator("tr")
                .filter(new Locator.FilterOptions().setHasText(words))
                .locator("button");
        desk.page().waitForNavigation(() -> button.press("Enter"));
        desk.arrived();
    }

    @Test
    void isAskedAgainWhereWhatWasWrittenIsNoLanguage(Cast cast) {
        Visitor desk = cast.at("coordinator");
        desk.goTo("/worklist/filters/new")
                .fill("Language they prefer", "the usual one")
                .isRefused("filters", 400, "A language is written like en or zh-Hant.");
    }

    /** The kinds that can be kept are those that there are: each of them is a part of the worklist, and each part one of them. */
    @Test
    void knowsTheKindsOfTheWorklist(Cast cast) {
        Household house = new Household(cast.troth());
        List<String> parts = Somebody.JSON
                .readTree(house.coordinator.answer("/worklist").body())
                .path("sections")
                .valueStream()
                .map(each -> each.path("key").asString())
                .toList();
        Visitor desk = cast.at("coordinator").goTo("/worklist/filters/new");
        assertThat(desk.page().locator("input[name=kinds]").evaluateAll("all => all.map(each => each.value)"))
                .isEqualTo(parts);
    }

    /** A filter is its account's own: nobody else sees it or takes it away, and nobody is told that it is there. */
    @Test
    void isNobodyElses(Cast cast) {
        Household house = new Household(cast.troth());
        Somebody another = house.another("COORDINATOR");
        house.coordinator.act("/worklist/filters", Map.of("matter", "debt"));
        String id = Somebody.JSON
                .readTree(house.coordinator.answer("/worklist/filters").body())
                .valueStream()
                .filter(each -> each.path("matter").asString().equals("debt"))
                .map(each -> each.path("id").asString())
                .findFirst()
                .orElseThrow();

        assertThat(another.answer("/worklist/filters").body()).isEqualTo("[]");
        another.act("/worklist/filters/" + id + "/removal", Map.of());
        assertThat(house.coordinator.answer("/worklist/filters").body()).contains(id);
    }
}

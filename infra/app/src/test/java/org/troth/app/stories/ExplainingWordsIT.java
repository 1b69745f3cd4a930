package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.troth.app.stories.Stage.Cast;

/** A word of the law is explained where it stands: on pointing, on focus, on a press, and without a script; and all on one page. */
@ExtendWith(Stage.class)
class ExplainingWordsIT {

    private static final String MEANING = "take a yes back";

    @ParameterizedTest
    @EnumSource(Way.class)
    void happensWhereTheWordStands(Way way, Cast cast) {
        Household house = new Household(cast.troth());
        Visitor her =
                house.participant.signIn(cast.visitor(Device.DESKTOP, way)).goTo("/mine");
        Page page = her.page();
        Locator word = page.locator(".term-word").first();
        Locator meaning = page.locator(".meaning").first();
        assertThat(word.innerText()).isEqualTo("consent");
        assertThat(meaning.isVisible()).isFalse();

        word.hover();
        assertThat(meaning.isVisible()).as("pointed at").isTrue();
        assertThat(meaning.innerText()).contains(MEANING);
        page.mouse().move(0, 0);
        assertThat(meaning.isVisible()).isFalse();

        word.focus();
        assertThat(meaning.isVisible()).as("in focus").isTrue();
        page.keyboard().press("Enter");
        assertThat(meaning.evaluate("at => at.matches(':popover-open')"))
                .as("pressed")
                .isEqualTo(true);
        page.keyboard().press("Escape");
        assertThat(meaning.evaluate("at => at.matches(':popover-open')")).isEqualTo(false);
    }

    @Test
    void happensOnATapOfAPhone(Cast cast) {
        Household house = new Household(cast.troth());
        Visitor her = house.participant
                .signIn(cast.visitor(Device.PHONE, Way.WITHOUT_SCRIPT))
                .goTo("/mine");
        her.page().locator(".term-word").first().tap();
        assertThat(her.page().locator(".meaning").first().isVisible()).isTrue();
    }

    @Test
    void isOpenToEverybodyOnOnePage(Cast cast) {
        Visitor stranger = cast.visitor(Device.PHONE, Way.WITHOUT_SCRIPT);
        stranger.goTo("/sign-in")
                .follow("Words explained")
                .sees("adjournment", "The hearing stops and goes on another day.");
        assertThat(stranger.path()).isEqualTo("/glossary");
    }
}

package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.troth.app.stories.Stage.Cast;

/** The worklist tells by itself that something has changed, and shows it when its reader says so. */
@ExtendWith(Stage.class)
class BeingToldOfChangesIT {

    private static final double PATIENCE = 20_000;
    private static final String CHANGED = "Something has changed: New enquiries";

    @Test
    void tellsThatSomebodyAskedForHelpAndShowsItOnlyWhenAsked(Cast cast) {
        Page page = cast.at("coordinator").goTo("/worklist/intake").page();
        Locator lines = page.locator("[data-live-part] tbody tr");
        int before = lines.count();
        Locator show = page.locator("[data-live-show]");
        assertThat(show.textContent()).isEqualTo("Look again");

        new Coordinator(cast.at("coordinator")).enquire("Somebody new.");

        until(page, () -> status(page).startsWith(CHANGED));
        assertThat(lines.count()).as("nothing is shown by itself").isEqualTo(before);
        assertThat(show.textContent()).isEqualTo("Show what is new");
        show.click();
        until(page, () -> status(page).equals("What is new is shown."));
        assertThat(show.textContent()).isEqualTo("Look again");
        assertThat(lines.count()).isEqualTo(Math.min(20, before + 1));
        assertThat(hasFocus(page.locator("[data-live-part='lines']")))
                .as("whoever asked stands where the new lines begin")
                .isTrue();
    }

    @Test
    void restsAsLongAsItsReaderWishes(Cast cast) {
        Page page =
                cast.at("coordinator", Device.DESKTOP, Way.KEYBOARD).goTo("/").page();
        Locator pause = page.locator("[data-live-pause]");
        pause.focus();
        page.keyboard().press("Enter");
        assertThat(pause.getAttribute("aria-pressed")).isEqualTo("true");
        until(page, () -> status(page).startsWith("Paused."));
        new Coordinator(cast.at("coordinator")).enquire("Somebody else.");
        page.waitForTimeout(4_000);
        assertThat(status(page)).startsWith("Paused.");
        page.keyboard().press("Enter");
        until(page, () -> status(page).startsWith(CHANGED));
    }

    @Test
    void showsItByItselfWhereThatWasWishedAndDisturbsNobody(Cast cast) {
        Page page = cast.at("coordinator").goTo("/").page();
        page.locator("[data-live-self]").click();
        Locator first = page.locator("[data-live-part='lines'] a").first();
        first.focus();
        new Coordinator(cast.at("coordinator")).enquire("One more.");
        until(page, () -> status(page).startsWith(CHANGED));
        page.waitForTimeout(11_000);
        assertThat(hasFocus(first)).as("whoever stands on a line keeps it").isTrue();
        assertThat(page.locator("[data-live-show]").textContent()).isEqualTo("Show what is new");
        page.locator("[data-live-self]").focus();
        page.mouse().move(5, 5);
        until(page, () -> page.locator("[data-live-show]").textContent().equals("Look again"));
    }

    @Test
    void isALinkWhereNoScriptRuns(Cast cast) {
        Visitor reader = cast.at("coordinator", Device.PHONE, Way.WITHOUT_SCRIPT);
        reader.goTo("/worklist/intake");
        assertThat(reader.page().locator("[data-live-pause]").isVisible()).isFalse();
        assertThat(reader.follow("Look again").path()).isEqualTo("/worklist/intake");
    }

    private static void until(Page page, BooleanSupplier so) {
        page.waitForCondition(so, new Page.WaitForConditionOptions().setTimeout(PATIENCE));
    }

    private static String status(Page page) {
        return page.locator(".live-says").textContent();
    }

    private static boolean hasFocus(Locator at) {
        return Boolean.TRUE.equals(at.evaluate("one => one === document.activeElement"));
    }
}

package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.troth.app.stories.Stage.Cast;

/** Single keys move through the worklist, never while somebody writes, and can be switched off. */
@ExtendWith(Stage.class)
class GoingByKeysIT {

    private static final String HERE =
            "() => [...document.querySelectorAll('main tbody th[scope=row] a')].indexOf(document.activeElement)";

    @Test
    void moveThroughTheLinesAndOpenOne(Cast cast) {
        Visitor desk = cast.at("coordinator");
        new Coordinator(desk).enquire("One.");
        new Coordinator(desk).enquire("Another.");
        Page page = desk.goTo("/worklist/intake").page();

        page.keyboard().press("j");
        assertThat(here(page)).isZero();
        page.keyboard().press("j");
        assertThat(here(page)).isEqualTo(1);
        page.keyboard().press("k");
        page.keyboard().press("k");
        assertThat(here(page)).as("the first line is the first").isZero();
        page.keyboard().press("Control+j");
        assertThat(here(page)).as("a key with another is the browser's").isZero();
        String first = String.valueOf(page.evaluate("() => document.activeElement.getAttribute('href')"));
        page.keyboard().press("Enter");
        page.waitForURL("**" + first);
        assertThat(desk.arrived().path()).isEqualTo(first);
    }

    @Test
    void leadToTheSearchAndWriteThere(Cast cast) {
        Visitor desk = cast.at("coordinator");
        Page page = desk.goTo("/").page();
        page.keyboard().press("/");
        page.waitForURL("**/participants#field-term");
        assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("field-term");
        desk.arrived();
        page.locator("#field-term").focus();
        page.keyboard().type("jk?/n");
        assertThat(page.locator("#field-term").inputValue()).isEqualTo("jk?/n");
        assertThat(desk.path()).isEqualTo("/participants");
    }

    @Test
    void showWhatTheyAreAndAreSwitchedOff(Cast cast) {
        Visitor desk = cast.at("coordinator", Device.DESKTOP, Way.KEYBOARD);
        Page page = desk.goTo("/").page();
        page.keyboard().press("?");
        page.waitForURL("**/keys");
        desk.arrived().sees("Goes to the next line", "The keys are on.");
        desk.press("Switch the keys off").sees("The keys are off.");

        desk.goTo("/worklist/intake");
        page.keyboard().press("j");
        assertThat(here(page)).isEqualTo(-1);
        page.keyboard().press("?");
        assertThat(desk.path()).isEqualTo("/worklist/intake");

        desk.follow("Keys").press("Switch the keys on").sees("The keys are on.");
        desk.goTo("/worklist/intake");
        page.keyboard().press("j");
        assertThat(here(page)).isZero();
    }

    private static int here(Page page) {
        return (Integer) page.evaluate(HERE);
    }
}

package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.troth.app.stories.Stage.Cast;

/** A volunteer writes down on a phone that they met, in under a minute, with three taps and a note. */
@ExtendWith(Stage.class)
class LoggingMeetingOnPhoneIT {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String NOTE = "Would rather go on a Tuesday.";
    private static final String OTHER_NOTE = "Would rather go on a Friday.";

    @Test
    void takesThreeTapsAndANoteAndUnderAMinute(Cast cast) {
        Household house = new Household(cast.troth());
        Visitor walker =
                house.volunteer.signIn(cast.visitor(Device.PHONE, Way.MOUSE)).goTo("/walks");
        Page page = walker.page();
        long begun = System.nanoTime();

        opens(page, link(page, "Log a meeting"));
        page.getByLabel("Phone", exactly()).tap();
        page.getByLabel("Emotional", exactly()).tap();
        page.getByLabel("None of these", exactly()).tap();
        page.getByLabel("A short note", exactly()).fill(NOTE);
        opens(page, button(page, "Log the meeting"));

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(MINUTE);
        assertThat(walker.arrived().path()).isEqualTo("/walks");
        walker.sees("When you met", "Phone, 30 minutes");
        walker.follow(page.locator("main a[href^='/encounters/']:not([href*=new])")
                        .first()
                        .innerText())
                .sees(NOTE, "None of it happened");
    }

    @Test
    void goesByKeyboardAloneAndIsReadByTheOtherAndCorrectedBesideWhatWasThere(Cast cast) {
        Household house = new Household(cast.troth());
        Visitor walker =
                house.volunteer.signIn(cast.visitor(Device.PHONE, Way.KEYBOARD)).goTo("/walks");
        long begun = System.nanoTime();
        walker.follow("Log a meeting")
                .choose("Video")
                .choose("Informational")
                .choose("None of these")
                .fill("A short note", NOTE)
                .press("Log the meeting");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(MINUTE);

        String link = walker.page()
                .locator("main li:has-text('Video') a[href^='/encounters/']")
                .first()
                .getAttribute("href");
        Visitor her = house.participant.signIn(cast.visitor(Device.PHONE, Way.MOUSE));
        her.goTo("/mine").sees("When we met", "Video, 30 minutes");
        her.goTo(link).sees(NOTE).seesNot("role forbids", "Correct it");

        walker.goTo(link)
                .follow("Correct it")
                .choose("Why it is corrected", "Wrong length")
                .fill("How many minutes", "50")
                .fill("Another note", OTHER_NOTE)
                .press("Correct it")
                .sees("50 minutes", "30 minutes", "A correction that waits", "Wrong length", NOTE, OTHER_NOTE);
        her.goTo(link).sees(NOTE, OTHER_NOTE);
        Visitor coordinator = house.coordinator.signIn(cast.visitor(Device.DESKTOP, Way.MOUSE));
        coordinator.goTo(link).sees("There is one, for the two people alone").seesNot(NOTE, OTHER_NOTE);
        coordinator
                .goTo("/worklist/correction")
                .sees("Wrong length")
                .goTo(link)
                .press("Approve the correction")
                .sees("Approved", "What was entered besides")
                .seesNot("A correction that waits");
        coordinator
                .goTo("/participants/" + house.participantId)
                .sees("was corrected: wrong length", "Video, 50 minutes")
                .seesNot(NOTE, OTHER_NOTE);
    }

    @Test
    void asksAgainWhereTheClockShowedOneTimeTwiceOrNotAtAllAndWhenTheTwoWereNotMatched(Cast cast) {
        Household house = new Household(cast.troth());
        Visitor walker = house.volunteer.signIn(cast.visitor(Device.PHONE, Way.MOUSE));
        walker.goTo("/encounters/new?match=" + house.match)
                .choose("Phone")
                .choose("Emotional")
                .choose("None of these")
                .fill("Day", LocalDate.of(2025, 10, 26))
                .fill("Began at", "01:30")
                .isRefused("encounters", 400, "Say which it was")
                .choose("After the clock was put back")
                .isRefused("encounters", 409, "The two were not matched at that time.")
                .fill("Day", LocalDate.of(2025, 3, 30))
                .isRefused("encounters", 400, "skipped this time");
    }

    @Test
    void letsACoordinatorWriteItDownForTheVolunteerWithoutAWordOfIt(Cast cast) {
        Household house = new Household(cast.troth());
        Visitor coordinator = house.coordinator.signIn(cast.visitor(Device.DESKTOP, Way.MOUSE));
        coordinator
                .goTo("/participants/" + house.participantId)
                .follow("Log a meeting")
                .seesNot("A short note", "How it was for me", "Did any of this happen?");
        for (String choice : List.of("Letter", "Social")) {
            coordinator.choose(choice);
        }
        coordinator.press("Log the meeting").sees("by a coordinator", "Not asked: a coordinator entered it");
    }

    private static void opens(Page page, Locator target) {
        page.waitForNavigation(target::tap);
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}

package org.troth.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.web.context.WebApplicationContext;

@SpringJUnitWebConfig(TestHouse.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class ShowingCodeTest {

    private final TestDesk desk;
    private final TestClock clock;
    private final TestHouse house;
    private final Browser browser;

    ShowingCodeTest(WebApplicationContext context) {
        this.desk = context.getBean(TestDesk.class);
        this.clock = context.getBean(TestClock.class);
        this.house = context.getBean(TestHouse.class);
        this.browser = new Browser(context);
    }

    @BeforeEach
    void auditorShowsCodes() {
        desk.second.put(TestDesk.AUDITOR.account(), SecondStep.CODE);
    }

    private MockHttpServletResponse show(String code) throws Exception {
        return browser.submit("/sign-in/code", "/sign-in/code", "code", code);
    }

    /** Somebody whose form still stands there when its page is not to be had any more. */
    private MockHttpServletResponse late(String code) throws Exception {
        return browser.submit("/sign-in", "/sign-in/code", "code", code);
    }

    @Test
    void opensNothingBeforeTheCode() throws Exception {
        assertThat(browser.signIn("auditor", TestDesk.PASSWORD).getHeader("Location"))
                .isEqualTo("/sign-in/code");
        for (String path : new String[] {"/", "/audit/all", "/nowhere"}) {
            assertThat(browser.open(path).getHeader("Location")).as(path).isEqualTo("/sign-in");
        }
        assertThat(browser.open("/sign-in").getContentAsString()).doesNotContain("Sign out");
        assertThat(browser.open("/sign-in/code").getContentAsString())
                .contains("One more step")
                .doesNotContain("Sign out");
        assertThat(house.refused()).as("a stranger is not on the record").isEmpty();
    }

    @Test
    void opensThePagesUnderAnotherNameWithTheCode() throws Exception {
        browser.signIn("auditor", TestDesk.PASSWORD);
        String before = browser.cookies.get("troth");

        assertThat(show("600001").getHeader("Location")).isEqualTo("/");
        assertThat(browser.cookies.get("troth")).isNotEqualTo(before);
        assertThat(browser.open("/").getStatus()).isEqualTo(200);
        assertThat(browser.open("/sign-in/code").getHeader("Location")).isEqualTo("/");

        browser.cookies.put("troth", before);
        assertThat(browser.open("/").getHeader("Location")).isEqualTo("/sign-in");
    }

    @Test
    void endsAfterFiveThatDoNotFit() throws Exception {
        browser.signIn("auditor", TestDesk.PASSWORD);
        for (int i = 0; i < 4; i++) {
            assertThat(show("1").getHeader("Location")).isEqualTo("/sign-in/code?said=refused");
        }
        assertThat(show("1").getHeader("Location")).isEqualTo("/sign-in?said=late");
        assertThat(late("600002").getHeader("Location")).isEqualTo("/sign-in?said=late");
        assertThat(browser.open("/").getHeader("Location")).isEqualTo("/sign-in");
    }

    @Test
    void saysWhenOnlyARecoveryCodeDoes() throws Exception {
        browser.signIn("auditor", TestDesk.PASSWORD);
        assertThat(browser.open("/sign-in/code").getContentAsString()).doesNotContain("Too many codes");
        desk.tooMany.add(TestDesk.AUDITOR.account());
        assertThat(browser.open("/sign-in/code?said=refused").getContentAsString())
                .contains("Too many codes did not fit", "only a recovery code works", "choose another one")
                .doesNotContain("wait for the next one");
    }

    @Test
    void waitsFiveMinutesAndNoLonger() throws Exception {
        browser.signIn("auditor", TestDesk.PASSWORD);
        clock.pass(Duration.ofMinutes(5).plusSeconds(1));

        assertThat(browser.open("/sign-in/code").getHeader("Location")).isEqualTo("/sign-in");
        assertThat(late("600003").getHeader("Location")).isEqualTo("/sign-in?said=late");
    }

    @Test
    void endsWhenTheAccountChanges() throws Exception {
        browser.signIn("auditor", TestDesk.PASSWORD);
        desk.shownOut.add(TestDesk.AUDITOR.account());

        assertThat(late("600004").getHeader("Location")).isEqualTo("/sign-in?said=late");
    }

    @Test
    void isHopelessToGuess() throws Exception {
        int answered = 0;
        for (int i = 0; i < 60; i++) {
            if (i % 4 == 0) {
                browser.cookies.clear();
                clock.pass(Duration.ofSeconds(31));
                browser.signIn("auditor", TestDesk.PASSWORD);
            }
            if (show("1").getStatus() == 303) {
                answered++;
            }
        }
        assertThat(answered).isLessThan(30);
        assertThat(desk.codes).isEqualTo(answered);
    }

    @Test
    void isAskedOfNobodyWithoutAPassword() throws Exception {
        assertThat(browser.open("/sign-in/code").getHeader("Location")).isEqualTo("/sign-in");
        assertThat(late("600005").getHeader("Location")).isEqualTo("/sign-in?said=late");
        assertThat(desk.codes).isZero();
    }

    @Test
    void needsAFormOfOurs() throws Exception {
        browser.signIn("auditor", TestDesk.PASSWORD);
        browser.cookies.remove("troth-form");

        assertThat(browser.send(post("/sign-in/code").param("code", "600006")).getStatus())
                .isEqualTo(403);
    }
}

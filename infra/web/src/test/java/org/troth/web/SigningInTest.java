package org.troth.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.web.context.WebApplicationContext;

@SpringJUnitWebConfig(TestHouse.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class SigningInTest {

    private final WebApplicationContext context;
    private final TestDesk desk;
    private final TestClock clock;
    private final Browser browser;

    SigningInTest(WebApplicationContext context) {
        this.context = context;
        this.desk = context.getBean(TestDesk.class);
        this.clock = context.getBean(TestClock.class);
        this.browser = new Browser(context);
    }

    @Test
    void leavesStrangersWithoutASession() throws Exception {
        MockHttpServletResponse page = browser.open("/sign-in");
        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(browser.cookies).containsOnlyKeys("troth-form");
        assertThat(page.getCookies())
                .allMatch(cookie -> cookie.isHttpOnly() && "Strict".equals(cookie.getAttribute("SameSite")));
        assertThat(browser.open("/").getHeader("Location")).isEqualTo("/sign-in");
        assertThat(browser.open("/people/nobody").getHeader("Location")).isEqualTo("/sign-in");
        assertThat(browser.cookies).containsOnlyKeys("troth-form");
    }

    @Test
    void opensThePagesWithACookieThatScriptsCannotRead() throws Exception {
        MockHttpServletResponse answer = browser.signIn("coordinator", TestDesk.PASSWORD);
        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(answer.getHeader("Location")).isEqualTo("/");
        assertThat(answer.getHeaders("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("troth=")
                        && cookie.contains("HttpOnly")
                        && cookie.contains("SameSite=Strict")
                        && cookie.contains("Path=/")
                        && !cookie.contains("Max-Age"));
        MockHttpServletResponse home = browser.open("/");
        assertThat(home.getStatus()).isEqualTo(200);
        assertThat(home.getContentAsString()).contains("Coordinator", "Sign out", "aria-current=\"page\"");
        assertThat(browser.open("/sign-in").getHeader("Location")).isEqualTo("/");
    }

    @Test
    void isRefusedAlikeForWrongPasswordsAndUnknownNames() throws Exception {
        MockHttpServletResponse wrong = browser.signIn("coordinator", "wrong");
        MockHttpServletResponse unknown = browser.signIn("nobody", "wrong");
        assertThat(wrong.getStatus()).isEqualTo(303).isEqualTo(unknown.getStatus());
        assertThat(wrong.getHeader("Location"))
                .isEqualTo("/sign-in?said=refused")
                .isEqualTo(unknown.getHeader("Location"));
        assertThat(browser.cookies).doesNotContainKey("troth");
        assertThat(desk.asked).as("one question to the desk for each attempt").isEqualTo(2);
        assertThat(browser.open("/sign-in?said=refused").getContentAsString()).contains("did not fit");
        assertThat(browser.open("/sign-in?said=<b>bold</b>").getContentAsString())
                .doesNotContain("bold");
    }

    @Test
    void needsTheTokenOfTheForm() throws Exception {
        MockHttpServletResponse answer =
                browser.send(post("/sign-in").param("name", "coordinator").param("password", TestDesk.PASSWORD));
        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(desk.asked).isZero();
    }

    @Test
    void changesTheTokenOfTheForm() throws Exception {
        browser.open("/sign-in");
        String before = browser.cookies.get("troth-form");
        browser.signIn("coordinator", TestDesk.PASSWORD);
        browser.open("/");
        assertThat(browser.cookies.get("troth-form")).isNotNull().isNotEqualTo(before);
    }

    @Test
    void neverTakesOverACookieThatWasThereBefore() throws Exception {
        browser.cookies.put("troth", "chosen-by-an-attacker");
        browser.signIn("coordinator", TestDesk.PASSWORD);
        assertThat(browser.cookies.get("troth")).hasSize(64).isNotEqualTo("chosen-by-an-attacker");
        String first = browser.cookies.get("troth");
        Browser thief = new Browser(context);
        thief.cookies.put("troth", "chosen-by-an-attacker");
        assertThat(thief.open("/").getStatus()).isEqualTo(303);
        browser.cookies.put("troth", first);
        assertThat(browser.open("/").getStatus()).isEqualTo(200);
    }

    @Test
    void showsWhoeverWasInvitedWhereToOpenTheirAccount() throws Exception {
        assertThat(browser.open("/sign-in").getContentAsString()).contains("<a href=\"/public\">I was invited");
    }

    @Test
    void isSlowedDownAfterSixGuesses() throws Exception {
        for (int i = 0; i < 6; i++) {
            assertThat(browser.signIn("coordinator", "wrong").getStatus()).isEqualTo(303);
            assertThat(browser.signIn("nobody", "wrong").getStatus()).isEqualTo(303);
        }
        MockHttpServletResponse known = browser.signIn("coordinator", TestDesk.PASSWORD);
        MockHttpServletResponse unknown = browser.signIn(" Nobody ", "wrong");
        assertThat(known.getStatus()).isEqualTo(429).isEqualTo(unknown.getStatus());
        assertThat(known.getHeader("Retry-After")).isEqualTo("30").isEqualTo(unknown.getHeader("Retry-After"));
        assertThat(desk.asked).isEqualTo(12);
        clock.pass(Duration.ofSeconds(30));
        assertThat(browser.signIn("coordinator", TestDesk.PASSWORD).getHeader("Location"))
                .isEqualTo("/");
    }

    @Test
    void isStillPossibleFromElsewhereWhileSomeoneGuesses() throws Exception {
        for (int i = 0; i < 8; i++) {
            browser.signIn("coordinator", "wrong");
        }
        Browser elsewhere = new Browser(context, "198.51.100.9");
        assertThat(elsewhere.signIn("coordinator", TestDesk.PASSWORD).getHeader("Location"))
                .isEqualTo("/");
    }

    @Test
    void costsNothingWhenThePasswordIsRight() throws Exception {
        for (int i = 0; i < 50; i++) {
            browser.cookies.clear();
            assertThat(browser.signIn("coordinator", TestDesk.PASSWORD).getHeader("Location"))
                    .isEqualTo("/");
        }
    }

    @Test
    void endsAtOnceWhenTheAccountIsShownOut() throws Exception {
        browser.signIn("coordinator", TestDesk.PASSWORD);
        desk.shownOut.add(TestDesk.COORDINATOR.account());
        assertThat(browser.open("/").getHeader("Location")).isEqualTo("/sign-in");
        desk.shownOut.clear();
        assertThat(browser.open("/").getHeader("Location"))
                .as("and does not come back")
                .isEqualTo("/sign-in");
    }

    @Test
    void endsAfterHalfAnHourOfRest() throws Exception {
        browser.signIn("coordinator", TestDesk.PASSWORD);
        clock.pass(Duration.ofMinutes(29));
        assertThat(browser.open("/").getStatus()).isEqualTo(200);
        clock.pass(Duration.ofMinutes(31));
        assertThat(browser.open("/").getStatus()).isEqualTo(303);
    }

    @Test
    void endsAfterTwelveHoursOfWork() throws Exception {
        browser.signIn("coordinator", TestDesk.PASSWORD);
        for (int i = 0; i < 36; i++) {
            assertThat(browser.open("/").getStatus()).isEqualTo(200);
            clock.pass(Duration.ofMinutes(20));
        }
        clock.pass(Duration.ofSeconds(1));
        assertThat(browser.open("/").getStatus()).isEqualTo(303);
    }

    @Test
    void endsBySigningOutOrLeaving() throws Exception {
        for (String way : List.of("out", "leave")) {
            browser.signIn("coordinator", TestDesk.PASSWORD);
            String cookie = browser.cookies.get("troth");
            MockHttpServletResponse gone =
                    way.equals("out") ? browser.submit("/", "/sign-out") : browser.open("/leave");
            assertThat(gone.getStatus()).isEqualTo(303);
            assertThat(gone.getHeader("Location"))
                    .isEqualTo(way.equals("out") ? "/sign-in?said=out" : "https://www.example.org/");
            assertThat(gone.getHeader("Clear-Site-Data")).contains("cache");
            assertThat(browser.cookies).doesNotContainKey("troth");
            browser.cookies.put("troth", cookie);
            assertThat(browser.open("/").getStatus()).isEqualTo(303);
            browser.cookies.clear();
        }
    }

    @Test
    void isNotEndedByAnOutsiderWithoutTheToken() throws Exception {
        browser.signIn("coordinator", TestDesk.PASSWORD);
        assertThat(browser.send(post("/sign-out")).getStatus()).isEqualTo(403);
        assertThat(browser.open("/").getStatus()).isEqualTo(200);
        assertThat(browser.send(get("/sign-out")).getStatus()).isEqualTo(404);
    }

    @Test
    void keepsAtMostEightSittingsOfOneAccount() throws Exception {
        List<Browser> browsers = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            Browser next = new Browser(context);
            next.signIn("coordinator", TestDesk.PASSWORD);
            browsers.add(next);
            clock.pass(Duration.ofSeconds(1));
            browsers.get(0).open("/");
            clock.pass(Duration.ofSeconds(1));
        }
        assertThat(browsers.get(1).open("/").getStatus())
                .as("the longest unused went")
                .isEqualTo(303);
        assertThat(browsers.get(0).open("/").getStatus()).isEqualTo(200);
        assertThat(browsers.get(8).open("/").getStatus()).isEqualTo(200);
    }

    @Test
    void carriesAMessageToTheNextPageOnce() throws Exception {
        browser.signIn("coordinator", TestDesk.PASSWORD);
        MockHttpServletResponse sent =
                browser.submit("/", "/notes", "idempotencyKey", "7a2f1a70-93c4-4a3e-8f5c-0d1f2a3b4c5d");
        assertThat(sent.getStatus()).isEqualTo(302);
        assertThat(browser.open("/").getContentAsString()).contains("The note is recorded.");
        assertThat(browser.open("/").getContentAsString()).doesNotContain("The note is recorded.");
        assertThat(browser.cookies).containsOnlyKeys("troth", "troth-form");
    }

    @Test
    void tellsAPieceOfAPageToLoadTheSignInPage() throws Exception {
        MockHttpServletResponse answer = browser.send(get("/").header("HX-Request", "true"));
        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(answer.getHeader("HX-Redirect")).isEqualTo("/sign-in");
    }
}

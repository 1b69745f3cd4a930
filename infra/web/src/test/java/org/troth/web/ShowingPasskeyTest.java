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
class ShowingPasskeyTest {

    private static final String KEY = "0b6f8f0e-6a3d-4a1f-9d52-1f7f3c2f5a10";

    private final TestDesk desk;
    private final TestClock clock;
    private final Browser browser;

    ShowingPasskeyTest(WebApplicationContext context) {
        this.desk = context.getBean(TestDesk.class);
        this.clock = context.getBean(TestClock.class);
        this.browser = new Browser(context);
    }

    @BeforeEach
    void auditorHasAPasskey() throws Exception {
        desk.second.put(TestDesk.AUDITOR.account(), SecondStep.CODE);
        desk.ways.put(TestDesk.AUDITOR.account(), new StepWays(false, true));
        browser.signIn("auditor", TestDesk.PASSWORD);
    }

    /** What the script of a page fetches. */
    private String asked() throws Exception {
        MockHttpServletResponse question = browser.submit("/sign-in/code", "/sign-in/challenge");
        assertThat(question.getStatus()).isEqualTo(200);
        assertThat(question.getContentType()).isEqualTo("application/json");
        assertThat(question.getHeader("Cache-Control")).isEqualTo("no-store");
        return question.getContentAsString().replaceAll(".*:\"|\"}", "");
    }

    private String show(String answer) throws Exception {
        return browser.submit("/sign-in/code", "/sign-in/code", "passkey", answer)
                .getHeader("Location");
    }

    private void comeIn() throws Exception {
        assertThat(show(asked())).isEqualTo("/");
    }

    @Test
    void comesAfterThePassword() throws Exception {
        assertThat(browser.open("/").getHeader("Location")).isEqualTo("/sign-in");
        String page = browser.open("/sign-in/code").getContentAsString();
        assertThat(page)
                .contains(
                        "Please show your passkey.",
                        "data-passkey=\"get\"",
                        "data-passkey-ask=\"/sign-in/challenge\"",
                        "data-home=\"https://records.example.org\"",
                        "<noscript>",
                        "A passkey needs scripts",
                        "One of your recovery codes")
                .doesNotContain("Six digits", "onclick");
        comeIn();
        assertThat(browser.open("/").getStatus()).isEqualTo(200);
    }

    @Test
    void standsBesideTheCodeOfAnApp() throws Exception {
        desk.ways.put(TestDesk.AUDITOR.account(), new StepWays(true, true));
        assertThat(browser.open("/sign-in/code").getContentAsString())
                .contains("Please show your passkey, or the code", "Six digits", "data-passkey=\"get\"");
        assertThat(browser.submit("/sign-in/code", "/sign-in/code", "code", "600001")
                        .getHeader("Location"))
                .isEqualTo("/");
    }

    @Test
    void isNotOfferedToWhomHasNone() throws Exception {
        desk.ways.put(TestDesk.AUDITOR.account(), new StepWays(true, false));
        assertThat(browser.open("/sign-in/code").getContentAsString()).doesNotContain("asskey=");
        assertThat(browser.submit("/sign-in/code", "/sign-in/challenge").getStatus())
                .isEqualTo(409);
    }

    @Test
    void takesEachChallengeOnce() throws Exception {
        String challenge = asked();
        assertThat(show("something else")).isEqualTo("/sign-in/code?said=refused");
        assertThat(show(challenge)).as("spent by the answer before").isEqualTo("/sign-in/code?said=refused");
        String older = asked();
        String newer = asked();
        assertThat(show(older)).isEqualTo("/sign-in/code?said=refused");
        assertThat(show(newer)).as("spent as well").isEqualTo("/sign-in/code?said=refused");
        comeIn();
    }

    @Test
    void takesNoneOfAnotherSitting() throws Exception {
        String challenge = asked();
        browser.cookies.clear();
        browser.signIn("auditor", TestDesk.PASSWORD);
        assertThat(show(challenge)).isEqualTo("/sign-in/code?said=refused");
    }

    @Test
    void takesNoneThatIsOld() throws Exception {
        comeIn();
        clock.pass(Duration.ofMinutes(5));
        String challenge = stepUpAsked();
        clock.pass(Duration.ofMinutes(5).plusSeconds(1));
        assertThat(grant("passkeyAgain", challenge).getStatus()).isEqualTo(403);
        assertThat(grant("passkeyAgain", stepUpAsked()).getStatus()).isEqualTo(200);
    }

    private String stepUpAsked() throws Exception {
        return browser.submit("/audit/all", "/sign-in/challenge")
                .getContentAsString()
                .replaceAll(".*:\"|\"}", "");
    }

    private MockHttpServletResponse grant(String... more) throws Exception {
        String[] fields = new String[4 + more.length];
        System.arraycopy(new String[] {"idempotencyKey", KEY, "of", "one <b>"}, 0, fields, 0, 4);
        System.arraycopy(more, 0, fields, 4, more.length);
        return browser.submit("/audit/all", "/grants", fields);
    }

    @Test
    void showsOnceMoreWhoItIsAndThenDoesWhatWasSent() throws Exception {
        comeIn();
        clock.pass(Duration.ofMinutes(5));
        String asked = grant().getContentAsString();
        assertThat(asked)
                .contains("Is it you?", "data-passkey-into=\"passkeyAgain\"", "value=\"one &lt;b&gt;\"")
                .doesNotContain(KEY);
        assertThat(grant("passkeyAgain", "no").getContentAsString()).contains("That did not fit. Nothing was done.");
        assertThat(grant("passkeyAgain", stepUpAsked()).getContentAsString())
                .isEqualTo("granted [one <b>] by " + TestDesk.AUDITOR.account());
        assertThat(grant().getStatus()).as("fresh now").isEqualTo(200);
    }

    @Test
    void showsOnceMoreOnTheWayToAnAddress() throws Exception {
        comeIn();
        clock.pass(Duration.ofMinutes(5));
        assertThat(browser.open("/grants/file?of=one").getStatus()).isEqualTo(403);
        assertThat(browser.submit(
                                "/audit/all",
                                "/sign-in/again",
                                "to",
                                "/grants/file?of=one",
                                "passkeyAgain",
                                stepUpAsked())
                        .getHeader("Location"))
                .isEqualTo("/grants/file?of=one");
        assertThat(browser.open("/grants/file?of=one").getStatus()).isEqualTo(200);
    }

    /** What was asked for after the password is no answer to what is asked for later, even in one sitting. */
    @Test
    void isForOnePurpose() throws Exception {
        String challenge = asked();
        comeIn();
        clock.pass(Duration.ofMinutes(5));
        assertThat(grant("passkeyAgain", challenge).getStatus()).isEqualTo(403);
    }

    @Test
    void endsAfterFiveThatDoNotFit() throws Exception {
        for (int i = 0; i < 4; i++) {
            assertThat(show("no")).isEqualTo("/sign-in/code?said=refused");
        }
        assertThat(show("no")).isEqualTo("/sign-in?said=late");
    }

    @Test
    void isThrottledLikeACode() throws Exception {
        int before = desk.codes;
        int tooOften = 0;
        for (int i = 0; i < 40; i++) {
            if (i % 4 == 0) {
                browser.cookies.clear();
                clock.pass(Duration.ofSeconds(31));
                browser.signIn("auditor", TestDesk.PASSWORD);
            }
            tooOften += browser.submit("/sign-in/code", "/sign-in/code", "passkey", "no")
                                    .getStatus()
                            == 429
                    ? 1
                    : 0;
        }
        assertThat(tooOften).isPositive();
        assertThat(desk.codes - before).isLessThan(40);
    }

    @Test
    void isNotLookedAtWhenItIsEmptyOrWithoutEnd() throws Exception {
        int before = desk.codes;
        show("");
        show("x".repeat(20_000));
        assertThat(desk.codes).isEqualTo(before);
    }

    @Test
    void saysThatAPasskeyStillOpensAfterTooManyCodes() throws Exception {
        desk.tooMany.add(TestDesk.AUDITOR.account());
        assertThat(browser.open("/sign-in/code?said=refused").getContentAsString())
                .contains("only your passkey or a recovery code works here");
    }

    @Test
    void isAskedOfNobodyElseAndByAFormOfOurs() throws Exception {
        browser.cookies.remove("troth");
        assertThat(browser.submit("/sign-in", "/sign-in/challenge").getStatus()).isEqualTo(401);
        browser.cookies.clear();
        browser.signIn("auditor", TestDesk.PASSWORD);
        browser.cookies.remove("troth-form");
        assertThat(browser.send(post("/sign-in/challenge")).getStatus()).isEqualTo(403);
        assertThat(new PasskeyQuestion("secret", "secret")).hasToString("PasskeyQuestion");
    }
}

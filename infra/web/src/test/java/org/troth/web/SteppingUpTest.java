package org.troth.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.web.context.WebApplicationContext;

@SpringJUnitWebConfig(TestHouse.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class SteppingUpTest {

    private static final String KEY = "0b6f8f0e-6a3d-4a1f-9d52-1f7f3c2f5a10";
    private static final Duration STALE = Duration.ofMinutes(5);

    private final TestDesk desk;
    private final TestClock clock;
    private final TestHouse house;
    private final Browser browser;

    SteppingUpTest(WebApplicationContext context) {
        this.desk = context.getBean(TestDesk.class);
        this.clock = context.getBean(TestClock.class);
        this.house = context.getBean(TestHouse.class);
        this.browser = new Browser(context);
    }

    @BeforeEach
    void signIn() throws Exception {
        browser.signIn("auditor", TestDesk.PASSWORD);
    }

    private MockHttpServletResponse grant(String... more) throws Exception {
        return browser.submit("/audit/all", "/grants", more);
    }

    private MockHttpServletResponse again(String shown) throws Exception {
        return grant("idempotencyKey", KEY, "of", "one", "of", "two <b>", "shownAgain", shown);
    }

    @Test
    void isNotAskedOfWhomWeHaveJustSeen() throws Exception {
        assertThat(grant("idempotencyKey", KEY, "of", "one").getContentAsString())
                .isEqualTo("granted [one] by " + TestDesk.AUDITOR.account());
        clock.pass(STALE.minusSeconds(1));
        assertThat(browser.open("/grants/file?of=one").getContentAsString()).isEqualTo("file of one");
    }

    @Test
    void asksAndThenDoesWhatWasSent() throws Exception {
        clock.pass(STALE);
        MockHttpServletResponse asked = grant("idempotencyKey", KEY, "of", "one", "of", "two <b>");
        assertThat(asked.getStatus()).isEqualTo(403);
        assertThat(asked.getContentAsString())
                .contains("Is it you?", "action=\"/grants\"", "type=\"password\"", "value=\"two &lt;b&gt;\"")
                .doesNotContain(KEY)
                .doesNotContain("granted");
        assertThat(house.refused()).as("nobody was refused").isEmpty();

        assertThat(again("something else").getContentAsString()).contains("That did not fit. Nothing was done.");
        assertThat(again(TestDesk.PASSWORD).getContentAsString())
                .isEqualTo("granted [one, two <b>] by " + TestDesk.AUDITOR.account());
        assertThat(grant("idempotencyKey", KEY, "of", "three").getStatus()).isEqualTo(200);
    }

    @Test
    void drawsAFormThatCanBeSentAsItIs() throws Exception {
        clock.pass(STALE);
        String page = grant("idempotencyKey", KEY, "of", "one", "of", "two").getContentAsString();

        assertThat(values(page, "of")).containsExactly("one", "two");
        assertThat(values(page, "_csrf"))
                .as("a fresh one, of the form, of the way out and of the language")
                .hasSize(3);
        assertThat(values(page, "shownAgain")).isEmpty();
    }

    @Test
    void asksInTheReadersLanguage() throws Exception {
        clock.pass(STALE);
        browser.cookies.put("troth-tongue", "ar");

        assertThat(grant("idempotencyKey", KEY, "of", "one").getContentAsString())
                .contains("<html lang=\"ar\" dir=\"rtl\">", "هل هذا أنت؟", "كلمة السر")
                .doesNotContain("Is it you?", "<main lang");
    }

    /** What hidden fields of this name hold on the page, that of the way out beside the form's own. */
    private static List<String> values(String page, String field) {
        Matcher found =
                Pattern.compile("name=\"" + field + "\" value=\"([^\"]*)\"").matcher(page);
        return found.results().map(each -> each.group(1)).toList();
    }

    @Test
    void leadsToTheFileThatWasAskedFor() throws Exception {
        clock.pass(STALE);
        MockHttpServletResponse asked = browser.open("/grants/file?of=one");
        assertThat(asked.getStatus()).isEqualTo(403);
        assertThat(asked.getContentAsString())
                .contains("action=\"/sign-in/again\"", "value=\"/grants/file?of=one\"")
                .doesNotContain("file of");

        MockHttpServletResponse wrong = browser.submit(
                "/audit/all", "/sign-in/again", "to", "/grants/file?of=one", "shownAgain", "something else");
        assertThat(wrong.getStatus()).isEqualTo(403);
        MockHttpServletResponse right = browser.submit(
                "/audit/all", "/sign-in/again", "to", "/grants/file?of=one", "shownAgain", TestDesk.PASSWORD);
        assertThat(right.getStatus()).isEqualTo(303);
        assertThat(right.getHeader("Location")).isEqualTo("/grants/file?of=one");
        assertThat(browser.open("/grants/file?of=one").getContentAsString()).isEqualTo("file of one");
    }

    @Test
    void leadsNowhereElse() throws Exception {
        for (String to : new String[] {
            "//example.org/", "/\\example.org", "https://example.org/", "/a\r\nX: y", "", "/%0d{x}", "javascript:x"
        }) {
            assertThat(browser.submit("/audit/all", "/sign-in/again", "to", to, "shownAgain", TestDesk.PASSWORD)
                            .getHeader("Location"))
                    .as(to)
                    .isEqualTo("/");
        }
    }

    @Test
    void asksForACodeWhereThereIsASecondStep() throws Exception {
        browser.cookies.clear();
        desk.second.put(TestDesk.AUDITOR.account(), SecondStep.CODE);
        browser.signIn("auditor", TestDesk.PASSWORD);
        browser.submit("/sign-in/code", "/sign-in/code", "code", "600001");
        clock.pass(STALE);

        assertThat(grant("idempotencyKey", KEY, "of", "one").getContentAsString())
                .contains("Six digits")
                .doesNotContain("type=\"password\"");
        assertThat(again(TestDesk.PASSWORD).getStatus()).isEqualTo(403);
        assertThat(again("600001").getStatus())
                .as("a code that was shown before")
                .isEqualTo(403);
        assertThat(again("600002").getStatus()).isEqualTo(200);
    }

    @Test
    void refusesARoleBeforeItAsksForAnything() throws Exception {
        browser.cookies.clear();
        browser.signIn("coordinator", TestDesk.PASSWORD);
        clock.pass(STALE);

        assertThat(browser.open("/grants/file?of=one").getContentAsString()).doesNotContain("Is it you?");
        assertThat(house.refused()).hasSize(1);
    }

    @Test
    void isNotGuessed() throws Exception {
        clock.pass(STALE);
        int refused = 0;
        for (int i = 0; i < 10; i++) {
            refused += again("guess " + i).getStatus() == 429 ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(2);
        assertThat(again(TestDesk.PASSWORD).getStatus()).isEqualTo(429);
    }

    @Test
    void opensOnePageToWhomASecondStepIsDemandedOf() throws Exception {
        browser.cookies.clear();
        desk.second.put(TestDesk.AUDITOR.account(), SecondStep.ENROLMENT);
        assertThat(browser.signIn("auditor", TestDesk.PASSWORD).getHeader("Location"))
                .isEqualTo("/");

        for (String path : new String[] {"/", "/audit/all", "/grants/file?of=one", "/nowhere", "/own/step/further"}) {
            MockHttpServletResponse answer = browser.open(path);
            assertThat(answer.getStatus()).as(path).isEqualTo(303);
            assertThat(answer.getHeader("Location")).as(path).isEqualTo("/own/step");
        }
        assertThat(browser.open("/own/step").getStatus()).isEqualTo(200);
        assertThat(browser.open("/own/other-step").getStatus()).isEqualTo(200);
        assertThat(browser.submit("/own/step", "/notes", "idempotencyKey", KEY).getHeader("Location"))
                .isEqualTo("/own/step");
        assertThat(house.refused()).as("who is led is not refused").isEmpty();
        browser.submit("/own/step", "/sign-out");
        assertThat(browser.open("/own/step").getHeader("Location")).isEqualTo("/sign-in");
    }
}

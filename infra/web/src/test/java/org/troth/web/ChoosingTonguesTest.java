package org.troth.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.web.context.WebApplicationContext;

@SpringJUnitWebConfig(TestHouse.class)
class ChoosingTonguesTest {

    private static final String ARABIC = "<html lang=\"ar\" dir=\"rtl\">";
    private static final String ENGLISH = "<html lang=\"en\" dir=\"ltr\">";

    private final Browser browser;

    ChoosingTonguesTest(WebApplicationContext context) {
        browser = new Browser(context);
    }

    private String wishing(String path, String wish) throws Exception {
        return browser.send(get(path).header("Accept-Language", wish)).getContentAsString();
    }

    /** What no browser sends, and what the JDK's parser trips over. */
    @ParameterizedTest
    @ValueSource(strings = {"-", "en,-", "--", "ar-", "-;q=1", ","})
    void letsAWishBeThatIsNone(String wish) {
        HttpServletRequest strange = new HttpServletRequestWrapper(new MockHttpServletRequest()) {
            @Override
            public String getHeader(String name) {
                return wish;
            }
        };
        assertThat(new Tongues(new TestHouse().settings()).of(strange)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ar | ar",
                "ar-EG,ar;q=0.9,en;q=0.5 | ar",
                "AR | ar",
                "de-DE,de;q=0.9,ar;q=0.4,en;q=0.3 | ar",
                "en-GB,ar;q=0.9 | en",
                "en;q=0.3,ar;q=0.4 | ar",
                "ar;q=0,en;q=0.1 | en",
                "de | en",
                "* | en",
                "arc | en",
                ";;;,ar;q=x | en",
                "'' | en",
            })
    void speaksTheFirstLanguageOfTheBrowserThatIsSpokenHere(String wish, String spoken) throws Exception {
        assertThat(wishing("/sign-in", wish)).contains("<html lang=\"" + spoken + "\"");
    }

    @Test
    void passesOverWishesWithoutEnd() throws Exception {
        assertThat(wishing("/sign-in", "ar," + "x-a,".repeat(4000))).contains(ENGLISH);
    }

    @Test
    void remembersAChoiceInACookieOfTheLanguageAlone() throws Exception {
        assertThat(browser.open("/sign-in").getContentAsString())
                .contains(ENGLISH, "العربية")
                .doesNotContain("name=\"tongue\" value=\"en\"");
        MockHttpServletResponse answer = browser.submit("/sign-in", "/tongue", "tongue", "ar", "back", "/sign-in");
        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(answer.getHeader("Location")).isEqualTo("/sign-in");
        assertThat(answer.getHeaders("Set-Cookie"))
                .containsExactly("troth-tongue=ar; Path=/; HttpOnly; SameSite=Strict");
        String page = browser.open("/sign-in").getContentAsString();
        assertThat(page)
                .contains(ARABIC, "تسجيل الدخول", "كلمة السر", "مغادرة الآن", "value=\"en\" lang=\"en\"")
                .doesNotContain(">Sign in<", "Password", "Leave now", "<main lang");
        assertThat(wishing("/sign-in", "en")).as("what was chosen goes first").contains(ARABIC);

        browser.submit("/sign-in", "/tongue", "tongue", "en", "back", "/sign-in?said=out");
        assertThat(wishing("/sign-in", "ar")).contains(ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tlh", "ar\n", "AR", "", "../ar", "ar; Path=/x"})
    void takesNoOtherValue(String value) throws Exception {
        MockHttpServletResponse answer = browser.submit("/sign-in", "/tongue", "tongue", value);
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getHeaders("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("troth-tongue"));
        browser.cookies.put("troth-tongue", "tlh");
        assertThat(browser.open("/sign-in").getContentAsString()).contains(ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/",
                "//example.org/",
                "/\\example.org",
                "\\\\example.org",
                "/%2F/example.org",
                "/..//example.org",
                "/a//example.org",
                "/./a",
                "/a/../b",
                "/;/example.org",
                "/a?b=//c",
                "/a#b",
                "/a\r\nSet-Cookie: x=y",
                "javascript:alert(1)",
                " /a",
                "a",
                "",
                "/leave",
                "/leave?x=1",
                "/sign-out",
                "/tongue",
            })
    void leadsNowhereOutsideTheHouse(String back) throws Exception {
        MockHttpServletResponse answer = browser.submit("/sign-in", "/tongue", "tongue", "ar", "back", back);
        assertThat(answer.getHeader("Location")).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sign-in?said=out",
                "/people/00000000-0000-0000-0000-000000000001",
                "/audit?kind=a-b&from=2026-01-01"
            })
    void leadsBackToThePageItStoodOn(String back) throws Exception {
        assertThat(browser.submit("/sign-in", "/tongue", "tongue", "ar", "back", back)
                        .getHeader("Location"))
                .isEqualTo(back);
    }

    @Test
    void namesThePageItStandsOn() throws Exception {
        assertThat(browser.open("/sign-in?said=out").getContentAsString())
                .contains("name=\"back\" value=\"/sign-in?said=out\"");
        assertThat(browser.send(get(URI.create("/sign-in?said=%22%3E%3Cb%3E%22")))
                        .getContentAsString())
                .contains("name=\"back\" value=\"/sign-in?said=%22%3E%3Cb%3E%22\"");
    }

    @Test
    void needsTheFormOfAPageOfOurs() throws Exception {
        assertThat(browser.send(post("/tongue").param("tongue", "ar")).getStatus())
                .isEqualTo(403);
    }

    @Test
    void isForgottenByOneWhoLeavesAndKeptByOneWhoSignsOut() throws Exception {
        browser.signIn("coordinator", TestDesk.PASSWORD);
        browser.submit("/", "/tongue", "tongue", "ar", "back", "/");
        browser.submit("/", "/sign-out");
        assertThat(browser.open("/sign-in?said=out").getContentAsString()).contains(ARABIC, "تم تسجيل الخروج");
        MockHttpServletResponse gone = browser.open("/leave");
        assertThat(gone.getHeaders("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("troth-tongue=; Path=/; Max-Age=0"));
        assertThat(browser.cookies).doesNotContainKey("troth-tongue");
    }

    @Test
    void saysOfAPageThatIsNotWholeWhichLanguageItIsIn() throws Exception {
        browser.signIn("coordinator", TestDesk.PASSWORD);
        browser.cookies.put("troth-tongue", "ar");
        MockHttpServletResponse page = browser.open("/elsewhere");
        assertThat(page.getContentAsString())
                .contains(ARABIC, "<title lang=\"en\">Elsewhere · Troth</title>", "تسجيل الخروج", "التنسيق")
                .contains("<main lang=\"en\" dir=\"ltr\">", "← Home", ">Cancel<", ">en<")
                .doesNotContain("إلغاء", "Sign out");
        assertThat(page.getHeader("Content-Language")).isEqualTo("en");
        MockHttpServletResponse whole = browser.open("/sink");
        assertThat(whole.getContentAsString()).contains("<main>", "إلغاء", "الأرقام في جدول");
        assertThat(whole.getHeader("Content-Language")).isEqualTo("ar");
    }

    @Test
    void saysInWhichLanguageSomethingWasSaidOnTheWay() throws Exception {
        browser.signIn("coordinator", TestDesk.PASSWORD);
        browser.cookies.put("troth-tongue", "ar");
        browser.submit("/elsewhere", "/elsewhere");
        assertThat(browser.open("/").getContentAsString())
                .containsPattern("<div class=\"flash\" role=\"status\"[^>]* lang=\"en\" dir=\"ltr\">")
                .contains("It is done.");
        browser.submit("/", "/notes", "idempotencyKey", "00000000-0000-0000-0000-000000000001");
        assertThat(browser.open("/").getContentAsString())
                .containsPattern("<div class=\"flash\" role=\"status\"[^>]* lang=\"ar\" dir=\"rtl\">");
    }

    @Test
    void saysInTheReadersLanguageWhatWentWrong() throws Exception {
        browser.cookies.put("troth-tongue", "ar");
        browser.signIn("coordinator", TestDesk.PASSWORD);
        for (String path : new String[] {"/no-such-page", "/people/00000000-0000-0000-0000-000000000001"}) {
            MockHttpServletResponse missing = browser.open(path);
            assertThat(missing.getStatus()).isEqualTo(404);
            assertThat(missing.getContentAsString())
                    .contains(ARABIC, "غير موجود", "المرجع", "إلى صفحة البداية")
                    .doesNotContain("Not found", "Reference");
            assertThat(missing.getHeader("Content-Language")).isEqualTo("ar");
        }
        assertThat(browser.open("/broken").getContentAsString()).contains(ARABIC, "حدث خطأ");
        assertThat(browser.open("/half").getContentAsString()).contains(ARABIC, "حدث خطأ");
    }

    @Test
    void marksARulesEnglishWordsOnAnArabicPage() throws Exception {
        browser.signIn("coordinator", TestDesk.PASSWORD);
        browser.cookies.put("troth-tongue", "ar");
        assertThat(browser.open("/rule").getContentAsString())
                .contains(ARABIC, "<h1>غير ممكن</h1>", "<p lang=\"en\" dir=\"ltr\">This consent was withdrawn.</p>");
    }

    @Test
    void answersProgramsInEnglishAndSaysSo() throws Exception {
        MockHttpServletResponse answer = browser.send(get("/api/v1/people/x")
                .header("Accept-Language", "ar")
                .header("Authorization", "Bearer token-coordinator"));
        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getHeader("Content-Language")).isEqualTo("en");
        assertThat(answer.getContentAsString()).contains("\"title\":\"Not found\"");
        assertThat(answer.getHeader("Vary")).isNull();
    }

    @Test
    void tellsCachesWhatAPageDependsOn() throws Exception {
        assertThat(browser.open("/sign-in").getHeader("Vary")).isEqualTo("Accept-Language, Cookie");
        assertThat(browser.open("/shell/troth.css").getHeader("Vary")).isNull();
    }

    @Test
    void speaksEveryLanguageWhereNobodyReadWhichOneIsWished() {
        assertThat(QuietErrorReport.page(400))
                .contains("<section lang=\"en\" dir=\"ltr\"><h1>Not understood</h1>")
                .contains("<section lang=\"ar\" dir=\"rtl\"><h2>غير مفهوم</h2>");
    }
}

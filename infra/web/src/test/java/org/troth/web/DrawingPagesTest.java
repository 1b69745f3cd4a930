package org.troth.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.web.context.WebApplicationContext;

@SpringJUnitWebConfig(TestHouse.class)
class DrawingPagesTest {

    private final Browser browser;

    DrawingPagesTest(WebApplicationContext context) throws Exception {
        browser = new Browser(context);
        browser.signIn("coordinator", TestDesk.PASSWORD);
    }

    @Test
    void drawsEveryFragment() throws Exception {
        String page = browser.open("/sink").getContentAsString();
        Files.writeString(Path.of("target/sink.html"), page);
        assertThat(page)
                .contains(
                        "<title>Everything · Troth</title>",
                        "lang=\"en\"",
                        "dir=\"ltr\"",
                        "href=\"#content\"",
                        "id=\"content\"")
                .contains(
                        "href=\"#field-until\">Until: Say until when",
                        "id=\"field-until\"",
                        "aria-invalid=\"true\"",
                        "hint-recipient")
                .contains("value=\"LETTER\" selected=\"selected\"", "The numbers as a table")
                .contains("list=\"suggested-recipient\"", "<datalist id=\"suggested-recipient\">")
                .containsPattern("id=\"field-needs-0-0\" name=\"needs\" value=\"PHONE\"[^>]* checked")
                .containsPattern("<legend>In writing</legend>\\s*<div class=\"choices\">")
                .contains(
                        "data-live=\"/audit/changes\"",
                        "data-known=\"{&quot;enquiry&quot;:1}\"",
                        "data-live-name=\"enquiry\"",
                        "href=\"/sink\"",
                        "Look again")
                .contains("width=\"56.10\"", "role=\"status\"", "data-ask=\"End it?\"", "on a scale up to 100")
                .contains("popovertarget=\"meaning-1\"", "id=\"meaning-2\"", ">appeals</button>")
                .doesNotContain("th:", "style=\"", "onclick");
        assertThat(page.split("<h1>", -1)).hasSize(2);
        Set<String> ids = new HashSet<>();
        Matcher id = Pattern.compile(" id=\"([^\"]*)\"").matcher(page);
        while (id.find()) {
            assertThat(ids.add(id.group(1)))
                    .as("id %s is there once", id.group(1))
                    .isTrue();
        }
        Matcher describedBy = Pattern.compile("aria-describedby=\"([^\"]*)\"").matcher(page);
        while (describedBy.find()) {
            assertThat(ids).containsAll(Set.of(describedBy.group(1).trim().split(" ")));
        }
    }

    @Test
    void givesEachPostedFormATokenAndAKeyOfItsOwn() throws Exception {
        String page = browser.open("/").getContentAsString();
        Set<String> keys = new HashSet<>();
        Matcher key = Pattern.compile("name=\"idempotencyKey\" value=\"([0-9a-f-]{36})\"")
                .matcher(page);
        while (key.find()) {
            keys.add(key.group(1));
        }
        assertThat(keys).as("two notes, the sign-out and the language").hasSize(4);
        assertThat(page.split("name=\"_csrf\"", -1)).hasSize(5);
    }

    @Test
    void lendsScriptsOnlyTheNonceOfTheirOwnResponse() throws Exception {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            MockHttpServletResponse page = browser.open("/");
            Matcher nonce = Pattern.compile("'nonce-([A-Za-z0-9_-]{43})'")
                    .matcher(String.valueOf(page.getHeader("Content-Security-Policy")));
            assertThat(nonce.find()).isTrue();
            Matcher script = Pattern.compile("<script[^>]*>").matcher(page.getContentAsString());
            int scripts = 0;
            while (script.find()) {
                scripts++;
                assertThat(script.group()).contains("nonce=\"" + nonce.group(1) + "\"", "src=");
            }
            assertThat(scripts).isEqualTo(4);
            assertThat(seen.add(nonce.group(1))).isTrue();
        }
    }

    @Test
    void sendsEveryAnswerWithItsSafetyHeaders() throws Exception {
        for (String path :
                new String[] {"/", "/sign-in", "/no-such-page", "/broken", "/api/v1/open", "/api/v1/no", "/leave"}) {
            MockHttpServletResponse page = browser.open(path);
            assertThat(page.getHeaders("Content-Security-Policy"))
                    .as(path)
                    .singleElement()
                    .asString()
                    .matches("default-src 'none'; script-src 'self' 'nonce-[A-Za-z0-9_-]{43}'; style-src 'self';"
                            + " img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri"
                            + " 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types"
                            + " htmx");
            assertThat(page.getHeaders("X-Content-Type-Options")).containsExactly("nosniff");
            assertThat(page.getHeaders("Referrer-Policy")).containsExactly("no-referrer");
            assertThat(page.getHeaders("Cross-Origin-Opener-Policy")).containsExactly("same-origin");
            assertThat(page.getHeaders("Cross-Origin-Resource-Policy")).containsExactly("same-origin");
            assertThat(page.getHeaders("Cache-Control")).containsExactly("no-store");
            assertThat(page.getHeader("Permissions-Policy")).contains("geolocation=()");
            assertThat(page.getHeader("X-Request-Id")).matches("[0-9a-f-]{36}");
            assertThat(page.containsHeader("Strict-Transport-Security")).isFalse();
        }
    }

    @Test
    void letsAssetsBeKeptButAskedForAgain() throws Exception {
        for (String path : new String[] {"/shell/troth.css", "/vendor/htmx-4.0.1.min.js"}) {
            MockHttpServletResponse asset = browser.open(path);
            assertThat(asset.getStatus()).as(path).isEqualTo(200);
            assertThat(asset.getHeaders("Cache-Control")).containsExactly("no-cache");
            String stamp = asset.getHeader("Last-Modified");
            assertThat(stamp).isNotNull();
            assertThat(browser.send(get(path).header("If-Modified-Since", stamp))
                            .getStatus())
                    .isEqualTo(304);
        }
        assertThat(browser.open("/vendor/nothing.js").getStatus()).isEqualTo(404);
    }

    @Test
    void answersAPageThatBreaksHalfwayWithAWholeErrorPage() throws Exception {
        MockHttpServletResponse page = browser.open("/half");
        assertThat(page.getStatus()).isEqualTo(500);
        assertThat(page.getContentAsString())
                .contains("Something went wrong")
                .doesNotContain("the first half", "nothing.atAll");
    }

    @Test
    void repeatsNothingOfTheRequestWhereNothingIsFound() throws Exception {
        MockHttpServletResponse missing = browser.open("/no-such-page-secret?words=secret-words");
        MockHttpServletResponse unknown = browser.open("/people/00000000-0000-0000-0000-000000000001");
        MockHttpServletResponse misspelt = browser.open("/people/secret-words");
        for (MockHttpServletResponse page : new MockHttpServletResponse[] {missing, unknown, misspelt}) {
            assertThat(page.getStatus()).isEqualTo(404);
            assertThat(page.getContentType()).startsWith("text/html");
            assertThat(withoutReference(page)).doesNotContain("secret").isEqualTo(withoutReference(missing));
        }
    }

    @Test
    void saysNothingOfWhatBroke() throws Exception {
        MockHttpServletResponse page = browser.open("/broken");
        assertThat(page.getStatus()).isEqualTo(500);
        assertThat(page.getContentAsString())
                .contains("Something went wrong", String.valueOf(page.getHeader("X-Request-Id")))
                .doesNotContain("secret", "Exception", "at org.");
    }

    private static String withoutReference(MockHttpServletResponse page) throws Exception {
        return page.getContentAsString().replace(String.valueOf(page.getHeader("X-Request-Id")), "");
    }
}

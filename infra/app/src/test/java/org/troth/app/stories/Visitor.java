package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A person at a browser of their own, who finds everything by the words that stand on it. Whatever page they come to is looked at
 * once by {@link Accessibility}; whatever they send is sent a second time, as a browser's back button would, and must do nothing
 * more; and {@link Watch} listens all the while.
 */
final class Visitor implements AutoCloseable {

    private static final Set<String> LOOKED_AT = new HashSet<>();
    private static final int MOST_TABS = 400;
    private static final int MOST_OF_A_KIND = 6;
    private static final String LINKS = """
            () => [...document.querySelectorAll('a[href]')].map(at => at.getAttribute('href')).filter(to => !to.startsWith('#'))""";

    private final URI origin;
    private final Device device;
    private final Way way;
    private final BrowserContext context;
    private final Watch watch;
    private final Page page;
    private @Nullable Request posted;

    Visitor(Browser browser, URI origin, Device device, Way way) {
        this.origin = origin;
        this.device = device;
        this.way = way;
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(device.width, device.height)
                .setHasTouch(device == Device.PHONE)
                .setIsMobile(false)
                .setLocale("en-GB")
                .setTimezoneId("Europe/London")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setJavaScriptEnabled(way != Way.WITHOUT_SCRIPT));
        context.setDefaultTimeout(10_000);
        watch = new Watch(context, origin);
        page = context.newPage();
        page.onDialog(Dialog::accept);
        page.onRequest(request -> {
            if (request.method().equals("POST") && request.isNavigationRequest()) {
                posted = request;
            }
        });
    }

    Page page() {
        return page;
    }

    // Getting about

    Visitor signIn(String name, String password) {
        goTo("/sign-in");
        fill("Name or e-mail address", name);
        fill("Password", password);
        leave(button("Sign in"));
        posted = null;
        return arrived();
    }

    Visitor goTo(String path) {
        Response response = page.navigate(origin.resolve(path).toString());
        assertThat(response.status()).as("status of %s", Watch.pattern(page)).isEqualTo(200);
        return arrived();
    }

    /** The status of an address that may be refused, and the page as it then stands. */
    int attempt(String path) {
        return page.navigate(origin.resolve(path).toString(), new Page.NavigateOptions().setTimeout(60_000))
                .status();
    }

    /** Stands before an address that answers like this, and looks at the page that says why. */
    Visitor standsBefore(String path, int status) {
        assertThat(attempt(path)).as("status of %s", Watch.pattern(page)).isEqualTo(status);
        page.waitForLoadState();
        watch.forgive(status);
        return arrived();
    }

    Visitor follow(String link) {
        leave(page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first());
        return arrived();
    }

    /** Follows the link to an address that begins like this, in the line or on the card that has these words. */
    Visitor followWhere(String words, String address) {
        Locator link = page.locator("a[href^='%s']".formatted(address));
        Locator nearest = page.locator("tr, li, .card")
                .filter(new Locator.FilterOptions().setHasText(words))
                .last();
        leave(nearest.locator(link).first());
        return arrived();
    }

    /**
     * Follows every link of every page from here on, a few of each kind, and answers with the kinds of addresses that were met.
     * What is offered must be there: a link that leads nowhere ends the story.
     */
    Set<String> followEverything(String start) {
        Map<String, Integer> met = new TreeMap<>();
        Set<String> known = new HashSet<>(Set.of(start));
        Deque<String> ahead = new ArrayDeque<>(known);
        while (!ahead.isEmpty()) {
            String next = ahead.remove();
            if (met.merge(kind(next), 1, Integer::sum) > MOST_OF_A_KIND) {
                continue;
            }
            if (next.matches("[^?]*\\.(csv|json|txt)(\\?.*)?")
                    || next.startsWith("/v3/")
                    || next.startsWith("/actuator/")) {
                assertThat(get(next).status()).as("status of %s", kind(next)).isEqualTo(200);
                continue;
            }
            int status = attempt(next);
            if (status != 200) {
                fail("%d at %s".formatted(status, kind(next)));
            }
            arrived();
            for (Object link : (List<?>) page.evaluate(LINKS)) {
                String found = String.valueOf(link);
                assertThat(URI.create(found).getScheme())
                        .as("a link that stays in the house: %s", found)
                        .isNull();
                if (!found.startsWith("/leave") && known.add(found)) {
                    ahead.add(found);
                }
            }
        }
        return met.keySet().stream().map(kind -> kind.replaceAll("\\?.*", "")).collect(Collectors.toSet());
    }

    /** An address without identifiers and without what its parameters say. */
    private static String kind(String address) {
        return Watch.withoutIds(address).replaceAll("=[^&#]*", "").replaceAll("#.*", "");
    }

    /** Searches among the participants; a search is asked and answered, and never part of an address. */
    Visitor search(String term) {
        Locator form = page.locator("form[action='/participants/search']");
        Locator field = form.locator("input[name=term]");
        if (way == Way.KEYBOARD) {
            tabTo(field);
            page.keyboard().insertText(term);
            posted = null;
            leaveBy(() -> page.keyboard().press("Enter"));
        } else {
            field.fill(term);
            leave(form.locator("button").first());
        }
        assertThat(page.url()).doesNotContain(term);
        return arrived();
    }

    /** Presses a button; what it sends is sent again behind the person's back, and must change nothing. */
    Visitor press(String button) {
        pressOnce(button);
        repeat();
        return this;
    }

    /** For what shows a secret once. */
    Visitor pressOnce(String button) {
        return press(button(button));
    }

    /** Presses the one button whose form goes to an address that ends like this, unfolding it where it is folded away. */
    Visitor intend(String intention) {
        return intend(intention, "", "");
    }

    /** The same, where several forms go there and one of them says this. */
    Visitor intend(String intention, String field, String value) {
        press(reveal(intention(intention, field, value).locator("button")));
        repeat();
        return this;
    }

    /** Presses it and is told why not; what was refused is refused again when it is sent again. */
    Visitor isRefused(String intention, int status, String... words) {
        posted = null;
        Response answer = leave(reveal(intention(intention, "", "").locator("button")));
        assertThat(answer.status()).as("answer to %s", intention).isEqualTo(status);
        arrived();
        sees(words);
        repeat();
        return this;
    }

    private Visitor press(Locator button) {
        posted = null;
        Response landed = leave(button);
        if (landed != null && landed.status() != 200) {
            fail("%d at %s:%n%s".formatted(landed.status(), Watch.pattern(page), text()));
        }
        return arrived();
    }

    private Locator intention(String intention, String field, String value) {
        String says = field.isEmpty() ? "" : ":has([name='%s'][value='%s'])".formatted(field, value);
        return page.locator("form[method=post][action$='/%s']%s".formatted(intention, says));
    }

    /** Opens what is folded around it. */
    private Locator reveal(Locator target) {
        Locator folded = target.locator("xpath=ancestor::details[not(@open)]/summary");
        for (int i = 0; i < 3 && folded.count() > 0; i++) {
            activate(folded.first());
        }
        return target;
    }

    // Filling in

    Visitor fill(String label, String value) {
        Locator field = field(label);
        if (way == Way.KEYBOARD) {
            tabTo(field);
            page.keyboard().press("Control+a");
            page.keyboard().insertText(value);
        } else {
            field.fill(value);
        }
        return this;
    }

    Visitor fill(String label, LocalDate day) {
        Locator field = field(label);
        if (way == Way.KEYBOARD) {
            tabTo(field);
            page.keyboard().type(day.format(DateTimeFormatter.ofPattern("MMddyyyy")));
            assertThat(field.inputValue()).isEqualTo(day.toString());
        } else {
            field.fill(day.toString());
        }
        return this;
    }

    /** A radio button, a box, or an option of a list. */
    Visitor choose(String label) {
        Locator choice = field(label);
        if (way != Way.KEYBOARD) {
            choice.check();
        } else if ("radio".equals(choice.getAttribute("type"))) {
            arrowTo(choice);
        } else {
            tabTo(choice);
            page.keyboard().press("Space");
        }
        assertThat(choice.isChecked()).as("%s is chosen", label).isTrue();
        return this;
    }

    Visitor choose(String list, String option) {
        Locator field = field(list);
        if (way == Way.KEYBOARD) {
            tabTo(field);
            page.keyboard().type(option);
        } else {
            field.selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(option));
        }
        assertThat(field.locator("option:checked").textContent().strip()).isEqualTo(option);
        return this;
    }

    Visitor upload(String label, Path file) {
        field(label).setInputFiles(file);
        return this;
    }

    // Seeing

    String text() {
        return page.locator("main").innerText();
    }

    Visitor sees(String... words) {
        for (String word : words) {
            if (!text().contains(word)) {
                fail("'%s' is not to be seen at %s:%n%s".formatted(word, Watch.pattern(page), text()));
            }
        }
        return this;
    }

    /** Nowhere, not even in what is hidden. */
    Visitor seesNot(String... words) {
        for (String word : words) {
            assertThat(page.content()).as("%s at %s", word, Watch.pattern(page)).doesNotContain(word);
        }
        return this;
    }

    boolean offers(String intention) {
        return intention(intention, "", "").count() > 0;
    }

    /** Looks again until the words are there, for what another part of the house does by itself. */
    Visitor seesEventually(String word) {
        for (int i = 0; i < 40 && !text().toLowerCase(Locale.ROOT).contains(word); i++) {
            page.waitForTimeout(250);
            page.reload();
        }
        assertThat(text()).containsIgnoringCase(word);
        return arrived();
    }

    /** The identifier in the first link of this page to such an address. */
    String linked(String address) {
        String link =
                page.locator("main a[href^='%s']".formatted(address)).first().getAttribute("href");
        assertThat(link).as("a link to %s at %s", address, Watch.pattern(page)).isNotNull();
        return link.substring(address.length()).replaceAll("[?#/].*", "");
    }

    /** Fetches what is not a page, in the person's own sitting. */
    APIResponse get(String path) {
        return context.request().get(origin.resolve(path).toString());
    }

    /** How many questions stand in the forms of this intention. */
    int asks(String intention) {
        return intention(intention, "", "")
                .locator("textarea, select, input:not([type=hidden])")
                .count();
    }

    String path() {
        return URI.create(page.url()).getPath();
    }

    /** The last part of this page's address that is an identifier. */
    String id() {
        List<String> parts = new ArrayList<>(List.of(path().split("/")));
        parts.removeIf(part -> !part.matches("[0-9a-f]{8}-[0-9a-f-]{27}"));
        assertThat(parts).as("an identifier in %s", Watch.pattern(page)).isNotEmpty();
        return parts.get(parts.size() - 1);
    }

    // The watch

    /** Looks at the page where the person now is, and at what was heard on the way. */
    private Visitor arrived() {
        page.waitForLoadState();
        assertThat(watch.heard()).as("on the way to %s", Watch.pattern(page)).isEmpty();
        look();
        return this;
    }

    /** A page is looked at once for each of its states: another set of forms or headings is another state. */
    private void look() {
        if (way == Way.WITHOUT_SCRIPT) {
            return;
        }
        Object forms = page.evaluate("""
                () => [...document.querySelectorAll('main h1, main h2, main form, main table, main figure, .error-summary, main summary, main .callout, main .empty')]
                  .map(at => at.tagName + '.' + at.className + (at.tagName === 'FORM' ? at.getAttribute('action') : ''))
                  .filter((at, i, all) => all.indexOf(at) === i).sort().join('|')""");
        if (!LOOKED_AT.add(Watch.pattern(page) + " " + Watch.withoutIds(String.valueOf(forms)))) {
            return;
        }
        List<String> findings = Accessibility.findings(page);
        Pictures.take(page);
        findings.addAll(Accessibility.unworkable(page));
        findings.addAll(watch.heard());
        assertThat(findings)
                .as("what axe finds at %s:%n%s", Watch.pattern(page), String.join(System.lineSeparator(), findings))
                .isEmpty();
    }

    private void repeat() {
        Request first = posted;
        assertThat(first).as("the button sent something").isNotNull();
        Response answer = first.response();
        byte[] body = first.postDataBuffer();
        String type = first.headerValue("content-type");
        if (body == null || type == null || type.startsWith("multipart/")) {
            return;
        }
        APIResponse again = context.request()
                .post(
                        first.url(),
                        RequestOptions.create()
                                .setData(body)
                                .setHeader("Content-Type", type)
                                .setHeader("Accept", "text/html")
                                .setMaxRedirects(0));
        assertThat(again.status())
                .as("sent twice to %s", Watch.pattern(first.url()))
                .isEqualTo(answer.status());
        assertThat(again.headers().get("location"))
                .as("answer to what is sent twice to %s", Watch.pattern(first.url()))
                .isEqualTo(answer.headerValue("location"));
    }

    // Hands

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    /** Goes on by this, until the next page stands; null when there was none to fetch. */
    private @Nullable Response leave(Locator target) {
        if (target.count() != 1) {
            fail("%s: %d times at %s:%n%s".formatted(target, target.count(), Watch.pattern(page), text()));
        }
        return leaveBy(() -> activate(target));
    }

    @SuppressWarnings("deprecation")
    private @Nullable Response leaveBy(Runnable act) {
        return page.waitForNavigation(act);
    }

    private void activate(Locator target) {
        if (way == Way.KEYBOARD) {
            tabTo(target);
            page.keyboard().press("Enter");
        } else {
            target.click();
        }
    }

    /** Walks there with the tab key alone, and the place one has reached can be seen. */
    private void tabTo(Locator target) {
        ElementHandle wanted = target.elementHandle();
        for (int i = 0; i < MOST_TABS; i++) {
            if (hasFocus(wanted)) {
                assertThat(page.evaluate("""
                        at => { const style = getComputedStyle(at);
                          return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none'; }""", wanted))
                        .as("%s shows that it has the focus", target)
                        .isEqualTo(true);
                return;
            }
            page.keyboard().press("Tab");
        }
        fail("%s cannot be reached with the tab key at %s".formatted(target, Watch.pattern(page)));
    }

    private void arrowTo(Locator radio) {
        ElementHandle wanted = radio.elementHandle();
        for (int i = 0; i < MOST_TABS; i++) {
            if (Boolean.TRUE.equals(page.evaluate(
                    "at => document.activeElement.name === at.name && document.activeElement.type === 'radio'",
                    wanted))) {
                break;
            }
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Space");
        for (int i = 0; i < 60 && !hasFocus(wanted); i++) {
            page.keyboard().press("ArrowDown");
        }
    }

    private boolean hasFocus(ElementHandle wanted) {
        return Boolean.TRUE.equals(page.evaluate("at => document.activeElement === at", wanted));
    }

    Device device() {
        return device;
    }

    @Override
    public void close() {
        List<String> heard = watch.heard();
        context.close();
        assertThat(heard).as("heard until the end").isEmpty();
    }
}

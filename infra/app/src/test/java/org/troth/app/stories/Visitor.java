package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person at a browser of their own, who finds everything by the words that stand on it. Whatever page they come to is looked at
 * once by {@link Accessibility}; whatever they send is sent a second time, as a browser's back button would, and must do nothing
 * more; and {@link Watch} listens all the while.
 */
final class Visitor implements AutoCloseable {

    private final URI origin;
    private final Device device;
    private final Way way;
    private final BrowserContext context;
    private final Watch watch;
    private final Page page;
    private final Hands hands;
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
        hands = new Hands(page, way);
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
        hands.leave(hands.button("Sign in"));
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
        hands.leave(page.getByRole(
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
        hands.leave(nearest.locator(link).first());
        return arrived();
    }

    /** Follows every link of every page from here on, and answers with the kinds of addresses that were met. */
    Set<String> followEverything(String start) {
        return new Wandering(this).from(start);
    }

    /** Searches among the participants; a search is asked and answered, and never part of an address. */
    Visitor search(String term) {
        posted = null;
        hands.send(page.locator("form[action='/participants/search']"), "term", term);
        assertThat(page.url()).doesNotContain(term);
        return arrived();
    }

    /** Presses a button; what it sends is sent again behind the person's back, and must change nothing. */
    Visitor press(String button) {
        pressOnce(button);
        Repetition.of(posted, context.request());
        return this;
    }

    /** For what shows a secret once. */
    Visitor pressOnce(String button) {
        return press(hands.button(button));
    }

    /** Presses the one button whose form goes to an address that ends like this, unfolding it where it is folded away. */
    Visitor intend(String intention) {
        return intend(intention, "", "");
    }

    /** The same, where several forms go there and one of them says this. */
    Visitor intend(String intention, String field, String value) {
        press(hands.reveal(hands.intention(intention, field, value).locator("button")));
        Repetition.of(posted, context.request());
        return this;
    }

    /** Presses it and is told why not; what was refused is refused again when it is sent again. */
    Visitor isRefused(String intention, int status, String... words) {
        posted = null;
        Response answer =
                hands.leave(hands.reveal(hands.intention(intention, "", "").locator("button")));
        assertThat(answer.status()).as("answer to %s", intention).isEqualTo(status);
        arrived();
        sees(words);
        Repetition.of(posted, context.request());
        return this;
    }

    private Visitor press(Locator button) {
        posted = null;
        Response landed = hands.leave(button);
        if (landed != null && landed.status() != 200) {
            fail("%d at %s:%n%s".formatted(landed.status(), Watch.pattern(page), text()));
        }
        return arrived();
    }

    // Filling in

    Visitor fill(String label, String value) {
        hands.fill(label, value);
        return this;
    }

    Visitor fill(String label, LocalDate day) {
        hands.fill(label, day);
        return this;
    }

    /** A radio button or a box. */
    Visitor choose(String label) {
        hands.choose(label);
        return this;
    }

    Visitor choose(String list, String option) {
        hands.choose(list, option);
        return this;
    }

    Visitor upload(String label, Path file) {
        hands.upload(label, file);
        return this;
    }

    /** Sends each form that asks for something with nothing in it, and is asked again. */
    Visitor sendsEmptyForms(String path) {
        EmptyForms.at(path, this);
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
        return hands.intention(intention, "", "").count() > 0;
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
        return hands.intention(intention, "", "")
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
    Visitor arrived() {
        page.waitForLoadState();
        assertThat(watch.heard()).as("on the way to %s", Watch.pattern(page)).isEmpty();
        if (way != Way.WITHOUT_SCRIPT) {
            Looking.at(page, watch);
        }
        return this;
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

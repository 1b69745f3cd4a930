package org.troth.web;

import java.net.URI;
import java.security.Principal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.security.core.Authentication;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.web.IWebExchange;
import org.thymeleaf.web.IWebRequest;

/** {@code #shell} in templates: what the frame around a page needs, looked up only when it is drawn. */
final class Shell {

    private static final String ROLE = "web.role.";

    /** Who comes for themselves, and does not work here. */
    private static final Set<String> THEIRS = Set.of("PARTICIPANT", "VOLUNTEER");

    private final IWebContext context;
    private final WebSettings settings;
    private final Places places;
    private final Catalogue catalogue;

    Shell(IWebContext context, WebSettings settings, Places places, Catalogue catalogue) {
        this.context = context;
        this.settings = settings;
        this.places = places;
        this.catalogue = catalogue;
    }

    public String getProduct() {
        return settings.product();
    }

    /** This response's nonce, for script tags and {@code hx-nonce}. */
    public @Nullable String getNonce() {
        return (String) context.getExchange().getAttributeValue(SafetyHeaders.NONCE);
    }

    /** Whether single keys move through lists, as long as nobody switched them off. */
    public boolean isKeys() {
        return !context.getExchange().getRequest().containsCookie(KeyPages.cookieName(settings));
    }

    /** The one address at which passkeys work; none where they do nowhere. */
    public @Nullable String getPasskeys() {
        URI address = settings.passkeys();
        return address == null ? null : address.toString();
    }

    /**
     * Whether whoever reads here is no member of staff: others may look at their screen, or at what the browser remembers of it. Then
     * the title names no product, and going on takes the place of the page before in the browser's history.
     */
    public boolean isDiscreet() {
        SignedInUser user = user();
        return user != null && THEIRS.containsAll(user.roles());
    }

    public boolean isSignedIn() {
        return user() != null;
    }

    /** The person's roles in words, in a steady order. */
    public String getRole() {
        SignedInUser user = user();
        return user == null
                ? ""
                : user.roles().stream()
                        .sorted()
                        .map(role -> word(ROLE + role))
                        .collect(Collectors.joining(word("web.frame.and")));
    }

    public boolean has(String role) {
        SignedInUser user = user();
        return user != null && user.is(role);
    }

    public List<Shown> getPlaces() {
        SignedInUser user = user();
        if (user == null) {
            return List.of();
        }
        String here = context.getExchange().getRequest().getPathWithinApplication();
        List<Place> all = places.of(user);
        String nearest = all.stream()
                .map(Place::path)
                .filter(path -> within(here, path))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        return all.stream()
                .map(place -> new Shown(
                        catalogue.say(place.label(), reader().locale()),
                        place.path(),
                        place.path().equals(nearest)))
                .toList();
    }

    private static boolean within(String here, String path) {
        return here.equals(path) || (!path.equals("/") && here.startsWith(path + "/"));
    }

    /** Words of the frame, in the reader's language, whatever that of the page inside it is. */
    public String word(String key, Object... arguments) {
        return catalogue.getMessage(key, arguments, reader().locale());
    }

    public Spoken getReader() {
        return spoken(reader());
    }

    /** The language of the page inside the frame. */
    public Spoken getPage() {
        return spoken(Tongue.of(context.getLocale()));
    }

    /** The languages that the reader could choose instead. */
    public List<Spoken> getOthers() {
        return Arrays.stream(Tongue.values())
                .filter(each -> each != reader())
                .map(Shell::spoken)
                .toList();
    }

    /** The language with this code; English where it has none. */
    public Spoken spoken(@Nullable String code) {
        return spoken(code == null ? Tongue.ENGLISH : Tongue.of(code).orElse(Tongue.ENGLISH));
    }

    private static Spoken spoken(Tongue tongue) {
        return new Spoken(tongue.code(), tongue.direction(), tongue.ownName());
    }

    private Tongue reader() {
        return Tongues.of(context.getExchange());
    }

    /** Where a form of the frame leads back to; a page that answers a form has no address of its own. */
    public String getHere() {
        IWebRequest request = context.getExchange().getRequest();
        String query = request.getQueryString();
        return "GET".equals(request.getMethod())
                ? WayBack.of(request.getPathWithinApplication() + (query == null ? "" : "?" + query))
                : "/";
    }

    /** Before what is said of a field: its name, as {@code lastDay} is "Last day"; fields have names in English alone. */
    public String spelt(String field) {
        if (Tongue.of(context.getLocale()) != Tongue.ENGLISH) {
            return "";
        }
        String lower = field.replaceAll("(\\p{Lu})", " $1").replace('_', ' ').toLowerCase(Locale.ROOT);
        return lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1) + ": ";
    }

    /** What a decision said, in the language of the page; text as it is. */
    public String said(@Nullable Object words) {
        return words instanceof MessageSourceResolvable resolvable
                ? catalogue.getMessage(resolvable, context.getLocale())
                : words == null ? "" : words.toString();
    }

    private @Nullable SignedInUser user() {
        IWebExchange exchange = context.getExchange();
        Principal principal = exchange.getPrincipal();
        return principal instanceof Authentication authentication
                        && authentication.getPrincipal() instanceof SignedInUser user
                ? user
                : null;
    }

    /** A language as a page speaks of it: {@code lang}, {@code dir}, and what its speakers call it. */
    record Spoken(String code, String direction, String ownName) {}

    /** A place as drawn: whether the reader is there now. */
    record Shown(String label, String path, boolean current) {}
}

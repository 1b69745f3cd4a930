package org.troth.web;

import java.security.Principal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.web.IWebExchange;

/** {@code #shell} in templates: what the frame around a page needs, looked up only when it is drawn. */
final class Shell {

    private final IWebContext context;
    private final WebSettings settings;
    private final Places places;

    Shell(IWebContext context, WebSettings settings, Places places) {
        this.context = context;
        this.settings = settings;
        this.places = places;
    }

    public String getProduct() {
        return settings.product();
    }

    /** This response's nonce, for script tags and {@code hx-nonce}. */
    public @Nullable String getNonce() {
        return (String) context.getExchange().getAttributeValue(SafetyHeaders.NONCE);
    }

    public boolean isSignedIn() {
        return user() != null;
    }

    /** The person's roles in words, in a steady order. */
    public String getRole() {
        SignedInUser user = user();
        return user == null
                ? ""
                : user.roles().stream().sorted().map(Shell::words).collect(Collectors.joining(", "));
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
                .map(place ->
                        new Shown(place.label(), place.path(), place.path().equals(nearest)))
                .toList();
    }

    private static boolean within(String here, String path) {
        return here.equals(path) || (!path.equals("/") && here.startsWith(path + "/"));
    }

    private static String words(String role) {
        String lower = role.replace('_', ' ').toLowerCase(Locale.ROOT);
        return lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
    }

    /** The name of a field in words, as {@code lastDay} is "Last day". */
    public String spelt(String field) {
        return words(field.replaceAll("(\\p{Lu})", " $1"));
    }

    private @Nullable SignedInUser user() {
        IWebExchange exchange = context.getExchange();
        Principal principal = exchange.getPrincipal();
        return principal instanceof Authentication authentication
                        && authentication.getPrincipal() instanceof SignedInUser user
                ? user
                : null;
    }

    /** A place as drawn: whether the reader is there now. */
    record Shown(String label, String path, boolean current) {}
}

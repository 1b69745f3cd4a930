package org.troth.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Which language a reader is spoken to in: the one they chose (a cookie that holds the language and nothing else), else the first of their
 * browser's that the house speaks, else English. Nothing of it is kept here. A page that is not whole in it is said in English.
 */
final class Tongues implements LocaleResolver {

    private static final String READERS = "org.troth.web.tongue";
    private static final String PAGES = "org.troth.web.tongue.page";
    private static final int LONGEST = 1000;

    private final WebSettings settings;

    Tongues(WebSettings settings) {
        this.settings = settings;
    }

    /** Stands in for the resolver that Spring MVC registers under its one name. */
    static BeanPostProcessor insteadOfBrowsersAlone(Supplier<Tongues> tongues) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof LocaleResolver && name.equals("localeResolver") ? tongues.get() : bean;
            }
        };
    }

    /** The reader's; asked for as often as one likes, found once for each request. */
    Tongue of(HttpServletRequest request) {
        Tongue known = reader(request.getAttribute(READERS));
        if (known != null) {
            return known;
        }
        Tongue found = chosen(request).or(() -> wished(request)).orElse(Tongue.ENGLISH);
        request.setAttribute(READERS, found);
        return found;
    }

    /** The name under which a template finds the reader's tongue. */
    static Tongue of(org.thymeleaf.web.IWebExchange exchange) {
        Tongue known = reader(exchange.getAttributeValue(READERS));
        return known == null ? Tongue.ENGLISH : known;
    }

    /** From here on the words of this page are in that tongue. */
    void speak(HttpServletRequest request, Tongue tongue) {
        request.setAttribute(PAGES, tongue);
    }

    /** From here on the words of this page are in the reader's tongue: it is one of the frame's own, whoever was asked for another. */
    void speakReaders(HttpServletRequest request) {
        speak(request, of(request));
    }

    /** Of the page's words: the frame around them asks for {@link #of}. */
    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        Tongue page = reader(request.getAttribute(PAGES));
        return (page == null ? Tongue.ENGLISH : page).locale();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale unused) {
        throw new UnsupportedOperationException("a language is chosen by its form");
    }

    void choose(HttpServletResponse response, Tongue tongue) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(tongue.code()).build().toString());
    }

    /** Nobody who comes after shall see what was chosen here. */
    void forget(HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie("").maxAge(0).build().toString());
    }

    private static @Nullable Tongue reader(@Nullable Object attribute) {
        return attribute instanceof Tongue tongue ? tongue : null;
    }

    private Optional<Tongue> chosen(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(cookieName())) {
                    return Tongue.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Tongue> wished(HttpServletRequest request) {
        String wishes = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (wishes == null || wishes.length() > LONGEST) {
            return Optional.empty();
        }
        List<Locale.LanguageRange> ranges;
        try {
            ranges = Locale.LanguageRange.parse(wishes);
        } catch (IllegalArgumentException | IndexOutOfBoundsException noLanguages) {
            // The JDK's parser trips over a hyphen that stands alone.
            return Optional.empty();
        }
        return ranges.stream()
                .filter(range -> range.getWeight() > 0)
                .map(range -> Tongue.of(range.getRange().replaceFirst("-.*", "")))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private String cookieName() {
        return settings.secure() ? "__Host-troth-tongue" : "troth-tongue";
    }

    private ResponseCookie.ResponseCookieBuilder cookie(String value) {
        return ResponseCookie.from(cookieName(), value)
                .path("/")
                .httpOnly(true)
                .secure(settings.secure())
                .sameSite("Strict");
    }
}

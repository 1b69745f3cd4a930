package org.troth.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.servlet.FlashMap;

/**
 * Who sits at which browser, in this process's memory only: a restart signs everyone out, strangers never have a sitting, and one
 * begins under a name nobody could have known before. Every use asks the desk again whether the user may still be here.
 */
final class Sittings implements SecurityContextRepository {

    private static final String LOADED = "org.troth.web.sitting";
    private static final String ENDED = "org.troth.web.ended";
    private static final int MOST_PER_ACCOUNT = 8;

    private final Map<String, Sitting> sittings = new ConcurrentHashMap<>();
    private final WebSettings settings;
    private final SignInDesk desk;
    private final Clock clock;

    Sittings(WebSettings settings, SignInDesk desk, Clock clock) {
        this.settings = settings;
        this.desk = desk;
        this.clock = clock;
    }

    @Deprecated
    @Override
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        Sitting sitting = current(holder.getRequest());
        if (sitting != null) {
            context.setAuthentication(SignedIn.as(sitting.user));
        }
        return context;
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return current(request) != null;
    }

    /** Begins a sitting under a fresh name for whoever has just signed in, and ends the one before. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        Authentication authentication = context.getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedInUser user)) {
            end(request, response);
            return;
        }
        forget(request);
        Instant now = clock.instant();
        sweep(user.account(), now);
        String name = name();
        Sitting sitting = new Sitting(user, now);
        sittings.put(name, sitting);
        request.setAttribute(LOADED, sitting);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(name).build().toString());
    }

    /** Ends the sitting of this request and takes its cookie back. */
    void end(HttpServletRequest request, HttpServletResponse response) {
        forget(request);
        request.removeAttribute(LOADED);
        if (request.getAttribute(ENDED) == null) {
            request.setAttribute(ENDED, true);
            response.addHeader(
                    HttpHeaders.SET_COOKIE, cookie("").maxAge(0).build().toString());
        }
    }

    /** What a redirect left for the next page of this sitting; null for strangers, who have nowhere to leave anything. */
    @Nullable
    List<FlashMap> left(HttpServletRequest request) {
        Sitting sitting = current(request);
        return sitting == null ? null : sitting.left;
    }

    void leave(HttpServletRequest request, List<FlashMap> messages) {
        Sitting sitting = current(request);
        if (sitting != null) {
            sitting.left = List.copyOf(messages);
        }
    }

    private void forget(HttpServletRequest request) {
        String name = named(request);
        if (name != null) {
            sittings.remove(name);
        }
    }

    private @Nullable Sitting current(HttpServletRequest request) {
        if (request.getAttribute(LOADED) instanceof Sitting loaded) {
            return loaded;
        }
        String name = named(request);
        Sitting sitting = name == null ? null : sittings.get(name);
        if (name == null || sitting == null) {
            return null;
        }
        Instant now = clock.instant();
        if (sitting.isOver(settings, now) || !desk.stillSignedIn(sitting.user)) {
            sittings.remove(name);
            return null;
        }
        sitting.seen = now;
        request.setAttribute(LOADED, sitting);
        return sitting;
    }

    private void sweep(UUID account, Instant now) {
        sittings.values().removeIf(sitting -> sitting.isOver(settings, now));
        List<Map.Entry<String, Sitting>> own = sittings.entrySet().stream()
                .filter(entry -> entry.getValue().user.account().equals(account))
                .sorted(Comparator.comparing(entry -> entry.getValue().seen))
                .toList();
        for (int i = 0; i <= own.size() - MOST_PER_ACCOUNT; i++) {
            sittings.remove(own.get(i).getKey());
        }
    }

    private String cookieName() {
        return settings.secure() ? "__Host-troth" : "troth";
    }

    private ResponseCookie.ResponseCookieBuilder cookie(String value) {
        return ResponseCookie.from(cookieName(), value)
                .path("/")
                .httpOnly(true)
                .secure(settings.secure())
                .sameSite("Strict");
    }

    private @Nullable String named(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(cookieName())) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }

    private static String name() {
        return (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
    }

    private static final class Sitting {

        private final SignedInUser user;
        private final Instant began;
        private volatile Instant seen;
        private volatile List<FlashMap> left = List.of();

        Sitting(SignedInUser user, Instant began) {
            this.user = user;
            this.began = began;
            this.seen = began;
        }

        boolean isOver(WebSettings settings, Instant now) {
            return now.isAfter(seen.plus(settings.idle())) || now.isAfter(began.plus(settings.lifetime()));
        }
    }
}

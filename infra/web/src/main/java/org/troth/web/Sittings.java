package org.troth.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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

    /** What the script of a page says when it asks by itself. */
    static final String BY_ITSELF = "Troth-By-Itself";

    private static final int MOST_PER_ACCOUNT = 8;
    private static final int MOST_MISSES = 5;
    private static final Duration WAITING = Duration.ofMinutes(5);
    private static final Duration FRESH = Duration.ofMinutes(5);

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
        if (sitting != null && sitting.isWhole()) {
            context.setAuthentication(SignedIn.as(sitting.user));
        }
        return context;
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return user(request) != null;
    }

    /**
     * Begins a sitting under a fresh name for whoever has just shown a password, and ends the one before. As long as a code is
     * still to be shown it opens nothing, is nobody's to the doors, and lasts a few minutes.
     */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        Authentication authentication = context.getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedInUser user)) {
            end(request, response);
            return;
        }
        begin(user, desk.secondStep(user), request, response);
    }

    private void begin(
            SignedInUser user, SecondStep missing, HttpServletRequest request, HttpServletResponse response) {
        forget(request);
        Instant now = clock.instant();
        String name = name();
        Sitting sitting = new Sitting(user, missing, now);
        sweep(sitting, now);
        sittings.put(name, sitting);
        request.setAttribute(LOADED, sitting);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(name).build().toString());
    }

    /** Who has shown a password here and not yet the code that is asked for besides; null when nobody has. */
    @Nullable
    SignedInUser waiting(HttpServletRequest request) {
        Sitting sitting = current(request);
        return sitting == null || sitting.isWhole() ? null : sitting.user;
    }

    /** Who is signed in here; null when nobody is. */
    @Nullable
    SignedInUser user(HttpServletRequest request) {
        Sitting sitting = current(request);
        return sitting != null && sitting.isWhole() ? sitting.user : null;
    }

    /** Begins a whole sitting, under another name, for whoever has shown the code. */
    void complete(SignedInUser user, HttpServletRequest request, HttpServletResponse response) {
        begin(user, SecondStep.NONE, request, response);
    }

    /** Counts a code that did not fit; true when that was the last that this sitting was good for. */
    boolean missed(HttpServletRequest request, HttpServletResponse response) {
        Sitting sitting = current(request);
        if (sitting != null && sitting.misses.incrementAndGet() < MOST_MISSES) {
            return false;
        }
        end(request, response);
        return true;
    }

    /** Whether whoever sits here must set up a second step before anything else. */
    boolean mustEnrol(HttpServletRequest request) {
        Sitting sitting = current(request);
        return sitting != null && sitting.missing == SecondStep.ENROLMENT;
    }

    /** Whether whoever sits here has shown within the last minutes that it is them. */
    boolean isFresh(HttpServletRequest request) {
        Sitting sitting = current(request);
        return sitting != null && sitting.isWhole() && clock.instant().isBefore(sitting.proved.plus(FRESH));
    }

    /** Whoever sits here has shown once more that it is them, and goes on as the user they are now. */
    void prove(HttpServletRequest request, SignedInUser user) {
        Sitting sitting = current(request);
        if (sitting != null) {
            sitting.user = user;
            sitting.proved = clock.instant();
        }
    }

    /** What the browser of this sitting is asked for this purpose, from now on and instead of what it was asked before. */
    void ask(HttpServletRequest request, Challenges.Purpose purpose, String challenge) {
        Sitting sitting = current(request);
        if (sitting != null) {
            sitting.asked.put(purpose, new Asked(challenge, clock.instant()));
        }
    }

    /** What it was asked last, once and for a few minutes. */
    Optional<String> asked(HttpServletRequest request, Challenges.Purpose purpose) {
        Sitting sitting = current(request);
        Asked asked = sitting == null ? null : sitting.asked.remove(purpose);
        return asked == null || clock.instant().isAfter(asked.at().plus(WAITING))
                ? Optional.empty()
                : Optional.of(asked.challenge());
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

    /** Whether a stream is asked for, which lasts as long as the sitting and no longer. */
    static boolean isForStream(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.TEXT_EVENT_STREAM_VALUE);
    }

    /** Whether a page asks without anybody's hand: that keeps no sitting alive. Whoever claims it wrongly only ends their own sooner. */
    private static boolean isByItself(HttpServletRequest request) {
        return isForStream(request) || request.getHeader(BY_ITSELF) != null;
    }

    /** The sitting of this request, to be looked at after it: to look is no use of it. Null when nobody is signed in here. */
    @Nullable
    Watched watch(HttpServletRequest request) {
        String name = named(request);
        Sitting sitting = current(request);
        return name == null || sitting == null || !sitting.isWhole() ? null : new Watched(name, sitting);
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
        if (!isByItself(request)) {
            sitting.seen = now;
        }
        request.setAttribute(LOADED, sitting);
        return sitting;
    }

    /** A code that is waited for takes no place from whoever is signed in. */
    private void sweep(Sitting next, Instant now) {
        UUID account = next.user.account();
        sittings.values().removeIf(sitting -> sitting.isOver(settings, now));
        List<Map.Entry<String, Sitting>> own = sittings.entrySet().stream()
                .filter(entry -> entry.getValue().user.account().equals(account))
                .filter(entry -> entry.getValue().isWhole() == next.isWhole())
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

    /** A sitting that is looked at from outside of its requests. */
    final class Watched {

        private final String name;
        private final Sitting sitting;
        private final Set<String> roles;

        private Watched(String name, Sitting sitting) {
            this.name = name;
            this.sitting = sitting;
            this.roles = sitting.user.roles();
        }

        UUID account() {
            return sitting.user.account();
        }

        /** Whether it still lasts, and whoever sits there has every role they had when this look at it began. */
        boolean stands() {
            SignedInUser user = sitting.user;
            return sittings.get(name) == sitting
                    && !sitting.isOver(settings, clock.instant())
                    && user.roles().containsAll(roles)
                    && desk.stillSignedIn(user);
        }
    }

    private record Asked(String challenge, Instant at) {}

    private static final class Sitting {

        private final SecondStep missing;
        private final Instant began;
        private final AtomicInteger misses = new AtomicInteger();
        private final Map<Challenges.Purpose, Asked> asked = new ConcurrentHashMap<>();
        private volatile SignedInUser user;
        private volatile Instant seen;
        private volatile Instant proved;
        private volatile List<FlashMap> left = List.of();

        Sitting(SignedInUser user, SecondStep missing, Instant began) {
            this.user = user;
            this.missing = missing;
            this.began = began;
            this.seen = began;
            this.proved = began;
        }

        boolean isWhole() {
            return missing != SecondStep.CODE;
        }

        boolean isOver(WebSettings settings, Instant now) {
            return now.isAfter(seen.plus(settings.idle()))
                    || now.isAfter(began.plus(settings.lifetime()))
                    || (!isWhole() && now.isAfter(began.plus(WAITING)));
        }
    }
}

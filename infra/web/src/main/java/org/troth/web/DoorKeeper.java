package org.troth.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Decides who passes which door, and remembers for a refusal which door it was. */
final class DoorKeeper implements AuthorizationManager<RequestAuthorizationContext> {

    private static final List<Door> OWN = List.of(
            Door.open("/sign-in"),
            Door.open(SecondStepPages.CODE),
            Door.open(SecondStepPages.CHALLENGE),
            Door.signedIn(StepUp.ADDRESS),
            Door.signedIn(KeyPages.ADDRESS),
            Door.open("/leave"),
            Door.open("/glossary"),
            Door.open("/tongue"));

    private final List<Fitted> doors = new ArrayList<>();
    private final int largestBody;

    DoorKeeper(Doors doors, WebSettings settings) {
        PathPatternRequestMatcher.Builder patterns = PathPatternRequestMatcher.withDefaults();
        for (List<Door> some : List.of(OWN, doors.all())) {
            for (Door door : some) {
                PathPatternRequestMatcher matcher = door.method() == null
                        ? patterns.matcher(door.pattern())
                        : patterns.matcher(door.method(), door.pattern());
                this.doors.add(new Fitted(door, matcher));
            }
        }
        this.largestBody = settings.largestBody();
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> asking, RequestAuthorizationContext context) {
        Optional<Door> door = doorOf(context.getRequest());
        if (door.isPresent() && door.get().open()) {
            return new AuthorizationDecision(true);
        }
        Authentication authentication = asking.get();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedInUser user)) {
            return new AuthorizationDecision(false);
        }
        return new AuthorizationDecision(door.isEmpty()
                || door.get().roles().isEmpty()
                || door.get().roles().stream().anyMatch(user::is));
    }

    /** The pattern a refusal is recorded under: ours, not what was typed. */
    String patternOf(HttpServletRequest request) {
        return doorOf(request).map(Door::pattern).orElse("/**");
    }

    /** Whether strangers may pass here. */
    boolean isOpen(HttpServletRequest request) {
        return doorOf(request).map(Door::open).orElse(false);
    }

    /** Whether whoever passes here must have shown a moment ago that it is them. */
    boolean wantsFresh(HttpServletRequest request) {
        return doorOf(request).map(Door::fresh).orElse(false);
    }

    int largestBody(HttpServletRequest request) {
        return doorOf(request).map(Door::largestBody).orElse(largestBody);
    }

    private Optional<Door> doorOf(HttpServletRequest request) {
        return doors.stream()
                .filter(fitted -> fitted.matcher().matches(request))
                .map(Fitted::door)
                .findFirst();
    }

    private record Fitted(Door door, PathPatternRequestMatcher matcher) {}
}

package org.troth.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.troth.events.account.Actor;
import org.troth.events.account.MakingChallenge;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.web.Challenges;
import org.troth.web.SignedInUser;
import org.troth.web.WebShell;

/**
 * Hands controllers who is asking ({@link Actor}), under which identifier ({@link RequestId}) and why
 * ({@link PurposeOfUse}: the header {@code Purpose-Of-Use}, else the parameter {@code purpose}, else what the actor's role
 * is for; an unknown code is refused and never kept); and what their sitting was asked to make a passkey with.
 */
final class CallerArguments implements HandlerMethodArgumentResolver {

    static final String HEADER = "Purpose-Of-Use";
    static final String PARAMETER = "purpose";

    private static final Map<Role, PurposeOfUse> USUAL = Map.of(
            Role.COORDINATOR, PurposeOfUse.COC,
            Role.AUDITOR, PurposeOfUse.HCOMPL,
            Role.SECOND_CONTACT, PurposeOfUse.COC,
            Role.PARTICIPANT, PurposeOfUse.PATRQT,
            Role.VOLUNTEER, PurposeOfUse.SUPNWK,
            Role.ADMINISTRATOR, PurposeOfUse.HSYSADMIN);

    private final Challenges challenges;

    CallerArguments(Challenges challenges) {
        this.challenges = challenges;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return type == Actor.class
                || type == RequestId.class
                || type == PurposeOfUse.class
                || type == MakingChallenge.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (parameter.getParameterType() == RequestId.class) {
            return new RequestId(WebShell.reference(servlet(request)));
        }
        if (parameter.getParameterType() == MakingChallenge.class) {
            return making(servlet(request));
        }
        Actor actor = actor();
        return parameter.getParameterType() == Actor.class
                ? actor
                : purpose(request.getHeader(HEADER), request.getParameter(PARAMETER), actor);
    }

    private static Actor actor() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedInUser user) {
            return Callers.actor(user);
        }
        throw new InsufficientAuthenticationException("a stranger asks where only somebody signed in is answered");
    }

    private MakingChallenge making(HttpServletRequest request) {
        return new MakingChallenge() {
            @Override
            public void keep(String challenge) {
                challenges.keep(request, Challenges.Purpose.MAKE, challenge);
            }

            @Override
            public Optional<String> take() {
                return challenges.take(request, Challenges.Purpose.MAKE);
            }
        };
    }

    private static HttpServletRequest servlet(NativeWebRequest request) {
        HttpServletRequest servlet = request.getNativeRequest(HttpServletRequest.class);
        if (servlet == null) {
            throw new IllegalStateException("a request has come past the front door");
        }
        return servlet;
    }

    static PurposeOfUse purpose(@Nullable String header, @Nullable String parameter, Actor actor) {
        String given = header == null || header.isBlank() ? parameter : header;
        if (given == null || given.isBlank()) {
            return usual(actor);
        }
        for (PurposeOfUse each : PurposeOfUse.values()) {
            if (each.name().equals(given.strip())) {
                return each;
            }
        }
        throw new UnknownPurpose(given.equals(header) ? HEADER : PARAMETER);
    }

    /** The first role in the order of their declaration decides; without one, people ask for nothing but what is their own. */
    private static PurposeOfUse usual(Actor actor) {
        for (Role role : Role.values()) {
            if (actor.is(role) && USUAL.containsKey(role)) {
                return USUAL.get(role);
            }
        }
        return PurposeOfUse.PATRQT;
    }
}

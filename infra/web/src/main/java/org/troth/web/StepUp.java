package org.troth.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.ModelAndViewDefiningException;

/**
 * Asks whoever comes to a door that wants it to show once more that it is them, unless they did a moment ago. What they sent is
 * sent again with the answer, so that what they wanted then happens; until then nothing does.
 */
final class StepUp implements HandlerInterceptor {

    /** What was shown, in a form that was sent again. */
    static final String SHOWN = "shownAgain";

    /** The same, where a passkey was shown. */
    static final String PASSKEY = "passkeyAgain";

    /** Where an address that is only looked at is asked for. */
    static final String ADDRESS = "/sign-in/again";

    private static final Set<String> NOT_KEPT = Set.of(SHOWN, PASSKEY, FormKeys.FIELD, "_csrf");

    private final DoorKeeper doors;
    private final Sittings sittings;
    private final SignInDesk desk;
    private final StepCheck check;
    private final Challenges challenges;
    private final Answers answers;
    private final Tongues tongues;

    StepUp(
            DoorKeeper doors,
            Sittings sittings,
            SignInDesk desk,
            StepCheck check,
            Challenges challenges,
            Answers answers,
            Tongues tongues) {
        this.doors = doors;
        this.sittings = sittings;
        this.desk = desk;
        this.check = check;
        this.challenges = challenges;
        this.answers = answers;
        this.tongues = tongues;
    }

    /** A field of the form that was sent, kept while its sender is asked. */
    record Kept(String name, String value) {}

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        SignedInUser user = doors.wantsFresh(request) ? sittings.user(request) : null;
        if (user == null || sittings.isFresh(request)) {
            return true;
        }
        boolean sent = HttpMethod.POST.matches(request.getMethod());
        if (!sent || !isShown(request)) {
            tongues.speakReaders(request);
            throw new ModelAndViewDefiningException(sent ? resending(user, request, false) : going(user, request));
        }
        try {
            if (fits(request, user)) {
                return true;
            }
        } catch (SignInTooOften often) {
            answers.answer(request, response, Problem.tooOften(often.retryAfter()));
            return false;
        }
        tongues.speakReaders(request);
        throw new ModelAndViewDefiningException(resending(user, request, true));
    }

    private static boolean isShown(HttpServletRequest request) {
        return request.getParameter(SHOWN) != null || request.getParameter(PASSKEY) != null;
    }

    /**
     * Whether what was shown with this request fits; if it does, this sitting is fresh and goes on as the user they are now.
     * Throws {@link SignInTooOften}.
     */
    boolean fits(HttpServletRequest request, SignedInUser user) {
        String passkey = request.getParameter(PASSKEY);
        String shown = request.getParameter(SHOWN);
        Optional<SignedInUser> proved = passkey == null
                ? check.again(user, shown == null ? "" : shown, request.getRemoteAddr())
                : check.passkey(
                        user, challenges.take(request, Challenges.Purpose.STEP_UP), passkey, request.getRemoteAddr());
        if (proved.isEmpty()) {
            return false;
        }
        sittings.prove(request, proved.get());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SignedIn.as(proved.get()));
        SecurityContextHolder.setContext(context);
        return true;
    }

    private ModelAndView resending(SignedInUser user, HttpServletRequest request, boolean wrong) {
        return page(user, pathOf(request), kept(request), wrong);
    }

    private ModelAndView going(SignedInUser user, HttpServletRequest request) {
        String query = request.getQueryString();
        return asking(user, query == null ? pathOf(request) : pathOf(request) + "?" + query, false);
    }

    /** The page that asks, and goes to an address afterwards. */
    ModelAndView asking(SignedInUser user, String to, boolean wrong) {
        return page(user, ADDRESS, List.of(new Kept("to", to)), wrong);
    }

    private ModelAndView page(SignedInUser user, String path, List<Kept> kept, boolean wrong) {
        ModelAndView page = new ModelAndView("shell/again");
        page.addObject("path", path);
        page.addObject("kept", kept);
        boolean byCode = desk.secondStep(user) == SecondStep.CODE;
        page.addObject("byCode", byCode);
        page.addObject("ways", check.ways(user));
        page.addObject("tooMany", byCode && desk.wantsRecoveryCode(user));
        page.addObject("wrong", wrong);
        page.setStatus(HttpStatus.FORBIDDEN);
        return page;
    }

    private static List<Kept> kept(HttpServletRequest request) {
        List<Kept> kept = new ArrayList<>();
        for (Map.Entry<String, String[]> parameter : request.getParameterMap().entrySet()) {
            if (!NOT_KEPT.contains(parameter.getKey())) {
                for (String value : parameter.getValue()) {
                    kept.add(new Kept(parameter.getKey(), value));
                }
            }
        }
        return kept;
    }

    private static String pathOf(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}

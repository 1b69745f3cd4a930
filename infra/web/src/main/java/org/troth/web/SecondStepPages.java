package org.troth.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where somebody who has shown a password shows a code, and where somebody who is signed in shows one once more. */
@Controller
class SecondStepPages {

    static final String CODE = "/sign-in/code";

    /** An address of our own and nothing else: one slash at the start, and no character that is read in two ways. */
    private static final Pattern OWN = Pattern.compile("/[A-Za-z0-9][A-Za-z0-9/._~%-]*(\\?[A-Za-z0-9/._~%=&+:-]*)?");

    private final Sittings sittings;
    private final StepCheck check;
    private final StepUp stepUp;
    private final Answers answers;

    SecondStepPages(Sittings sittings, StepCheck check, StepUp stepUp, Answers answers) {
        this.sittings = sittings;
        this.check = check;
        this.stepUp = stepUp;
        this.answers = answers;
    }

    @GetMapping(CODE)
    ModelAndView code(
            HttpServletRequest request, @RequestParam(name = "said", required = false) @Nullable String said) {
        SignedInUser waiting = sittings.waiting(request);
        if (waiting == null) {
            return to(sittings.user(request) == null ? "/sign-in" : "/");
        }
        return new ModelAndView("shell/code")
                .addObject("wrong", "refused".equals(said))
                .addObject("tooMany", check.wantsRecoveryCode(waiting));
    }

    @PostMapping(CODE)
    @Nullable
    ModelAndView show(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(name = "code", required = false) @Nullable String code)
            throws IOException {
        SignedInUser waiting = sittings.waiting(request);
        if (waiting == null) {
            return to(sittings.user(request) == null ? "/sign-in?said=late" : "/");
        }
        try {
            Optional<SignedInUser> user = check.code(waiting, code == null ? "" : code, request.getRemoteAddr());
            if (user.isPresent()) {
                sittings.complete(user.get(), request, response);
                return to("/");
            }
        } catch (SignInTooOften often) {
            answers.answer(request, response, Problem.tooOften(often.retryAfter()));
            return null;
        }
        return to(sittings.missed(request, response) ? "/sign-in?said=late" : CODE + "?said=refused");
    }

    @PostMapping(StepUp.ADDRESS)
    @Nullable
    ModelAndView again(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(name = StepUp.SHOWN, required = false) @Nullable String shown,
            @RequestParam(name = "to", required = false) @Nullable String to)
            throws IOException {
        SignedInUser user = sittings.user(request);
        if (user == null) {
            return to("/sign-in");
        }
        String next = to != null && OWN.matcher(to).matches() ? to : "/";
        try {
            return stepUp.fits(request, user, shown == null ? "" : shown) ? to(next) : stepUp.asking(user, next, true);
        } catch (SignInTooOften often) {
            answers.answer(request, response, Problem.tooOften(often.retryAfter()));
            return null;
        }
    }

    private static ModelAndView to(String address) {
        ModelAndView next = new ModelAndView("redirect:" + address);
        next.setStatus(HttpStatus.SEE_OTHER);
        return next;
    }
}

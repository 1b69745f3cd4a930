package org.troth.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where somebody who has shown a password shows a passkey or a code, and where somebody who is signed in shows one once more. */
@Controller
class SecondStepPages {

    static final String CODE = "/sign-in/code";

    /** Where the script of a page asks what to ask the browser. */
    static final String CHALLENGE = "/sign-in/challenge";

    /** An address of our own and nothing else: one slash at the start, and no character that is read in two ways. */
    private static final Pattern OWN = Pattern.compile("/[A-Za-z0-9][A-Za-z0-9/._~%-]*(\\?[A-Za-z0-9/._~%=&+:-]*)?");

    private final Sittings sittings;
    private final StepCheck check;
    private final StepUp stepUp;
    private final SignInDesk desk;
    private final Challenges challenges;
    private final Answers answers;

    SecondStepPages(
            Sittings sittings,
            StepCheck check,
            StepUp stepUp,
            SignInDesk desk,
            Challenges challenges,
            Answers answers) {
        this.sittings = sittings;
        this.check = check;
        this.stepUp = stepUp;
        this.desk = desk;
        this.challenges = challenges;
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
                .addObject("ways", check.ways(waiting))
                .addObject("wrong", "refused".equals(said))
                .addObject("tooMany", check.wantsRecoveryCode(waiting));
    }

    /** For the script: the question, for whichever of the two this sitting is about. */
    @PostMapping(CHALLENGE)
    ResponseEntity<String> challenge(HttpServletRequest request) {
        SignedInUser waiting = sittings.waiting(request);
        SignedInUser user = waiting == null ? sittings.user(request) : waiting;
        Optional<PasskeyQuestion> question = user == null ? Optional.empty() : desk.passkeyQuestion(user);
        if (question.isEmpty()) {
            return ResponseEntity.status(user == null ? HttpStatus.UNAUTHORIZED : HttpStatus.CONFLICT)
                    .build();
        }
        challenges.keep(
                request,
                waiting == null ? Challenges.Purpose.STEP_UP : Challenges.Purpose.SIGN_IN,
                question.get().challenge());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(question.get().asked());
    }

    @PostMapping(CODE)
    @Nullable
    ModelAndView show(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(name = "code", required = false) @Nullable String code,
            @RequestParam(name = "passkey", required = false) @Nullable String passkey)
            throws IOException {
        SignedInUser waiting = sittings.waiting(request);
        if (waiting == null) {
            return to(sittings.user(request) == null ? "/sign-in?said=late" : "/");
        }
        try {
            Optional<SignedInUser> user = passkey == null
                    ? check.code(waiting, code == null ? "" : code, request.getRemoteAddr())
                    : check.passkey(
                            waiting,
                            challenges.take(request, Challenges.Purpose.SIGN_IN),
                            passkey,
                            request.getRemoteAddr());
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
            @RequestParam(name = "to", required = false) @Nullable String to)
            throws IOException {
        SignedInUser user = sittings.user(request);
        if (user == null) {
            return to("/sign-in");
        }
        String next = to != null && OWN.matcher(to).matches() ? to : "/";
        try {
            return stepUp.fits(request, user) ? to(next) : stepUp.asking(user, next, true);
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

package org.troth.command.account;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.troth.command.dispatch.Phrase;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;

/** The second step of one's own account, for people. Secrets and codes are the answer to their own POST and shown once. */
@Controller
@RequestMapping(HolderForms.OWN)
class FactorForms {

    static final String FACTOR = HolderForms.OWN + "/factor";

    private static final String KEY = "idempotencyKey";

    /** Names neither the programme nor the account: whoever sees the app on a phone learns nothing from it. */
    private static final String LINK = "otpauth://totp/Sign-in?algorithm=SHA1&digits=6&period=30&secret=";

    private final FactorDesk factors;

    FactorForms(FactorDesk factors) {
        this.factors = factors;
    }

    @GetMapping("/factor")
    ModelAndView form() {
        return form(null);
    }

    private ModelAndView form(@Nullable String before) {
        String secret = factors.offer(before);
        return new ModelAndView("account/factor")
                .addObject("secret", secret)
                .addObject("grouped", RecoveryCode.grouped(secret, " "))
                .addObject("link", LINK + secret)
                .addObject("scan", ScannableCode.of(LINK + secret));
    }

    @PostMapping("/factor")
    ModelAndView enrol(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String secret,
            @RequestParam(required = false) @Nullable String code) {
        Errand errand = new Errand(actor, request, key, FACTOR);
        return SecretPages.orAgain(form(secret), () -> {
            FactorDesk.Recovery recovery = factors.enrol(errand, secret, code);
            return recovery.stayAsTheyAre()
                    ? SecretPages.signIn("another")
                    : shown(recovery, Phrase.of("command.account.changed-app"));
        });
    }

    @PostMapping("/recovery-codes")
    ModelAndView issueRecoveryCodes(
            Actor actor, RequestId request, @RequestParam(name = KEY, required = false) @Nullable String key) {
        return shown(
                factors.issueRecoveryCodes(new Errand(actor, request, key, HolderForms.OWN + "/recovery-codes")),
                Phrase.of("command.account.changed"));
    }

    @PostMapping("/factor/removal")
    ModelAndView remove(
            Actor actor, RequestId request, @RequestParam(name = KEY, required = false) @Nullable String key) {
        factors.remove(new Errand(actor, request, key, FACTOR + "/removal"));
        return SecretPages.signIn("removed");
    }

    static ModelAndView shown(FactorDesk.Recovery recovery, Phrase changed) {
        return new ModelAndView("account/recovery-codes")
                .addObject("codes", recovery.codes())
                .addObject("changed", changed);
    }
}

package org.troth.command.referral;

import static org.troth.command.dispatch.Permits.named;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.troth.command.dispatch.Asked;
import org.troth.command.referral.OpeningDesk.Made;
import org.troth.events.Moments;
import org.troth.events.ReferralId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;

/** An opening for an agency as a page, which is the answer to its own POST: its secrets are in no address and no redirect. */
@Controller
@RequestMapping("/referrals/{id}/openings")
class OpeningForms {

    private final OpeningDesk desk;
    private final Clock clock;

    OpeningForms(OpeningDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @PostMapping
    ModelAndView make(
            Actor actor,
            RequestId request,
            @RequestParam(name = "idempotencyKey", required = false) @Nullable String key,
            @PathVariable String id) {
        ReferralId referral = named(id, ReferralId::new);
        ModelAndView page = new ModelAndView("referral/opening").addObject("referral", referral);
        try {
            Made made = desk.make(Asked.by(actor, request, key), referral);
            AgencyKey secret = made.key();
            Instant until = made.until();
            return page.addObject("position", made.position())
                    .addObject("link", secret == null ? null : AgencyForms.link(secret))
                    .addObject("code", secret == null ? null : secret.spoken())
                    .addObject(
                            "until",
                            until == null
                                    ? null
                                    : Moments.plain(until, clock.getZone(), LocaleContextHolder.getLocale()));
        } catch (ReferralRefused refused) {
            page.setStatus(HttpStatus.CONFLICT);
            return page.addObject("refused", refused.words());
        }
    }
}

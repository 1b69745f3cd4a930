package org.troth.command.consent;

import static org.troth.command.dispatch.Permits.named;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.troth.command.consent.ConsentRequest.ConsentRenewal;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.FormReply;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Refused;
import org.troth.events.ConsentId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.disclosure.PurposeOfUse;

/** Asks for a consent anew, as a form of one day. */
@Controller
@RequestMapping("/consents/{id}/renewal")
class RenewalForms {

    private static final String DAY = "d MMMM uuuu";

    private final ConsentDesk desk;
    private final RenewalDesk renewals;

    RenewalForms(ConsentDesk desk, RenewalDesk renewals) {
        this.desk = desk;
        this.renewals = renewals;
    }

    @GetMapping
    ModelAndView form(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable String id) {
        ConsentId consent = named(id, ConsentId::new);
        return page(actor, purpose, request, consent, "GET /consents/{id}/renewal", null);
    }

    private ModelAndView page(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            ConsentId consent,
            String route,
            @Nullable String lastDay) {
        ConsentDesk.Opened opened = desk.open(Asked.by(actor, request, null), purpose, route, consent);
        LocalDate ends = opened.question().lastDay();
        return new ModelAndView("consent/renewal")
                .addObject("consent", consent)
                .addObject("purpose", opened.purpose())
                .addObject("recipient", opened.recipient())
                .addObject(
                        "ends",
                        ends == null
                                ? null
                                : DateTimeFormatter.ofPattern(DAY, LocaleContextHolder.getLocale())
                                        .format(ends))
                .addObject(
                        "lastDay", lastDay == null ? renewals.suggested(consent).toString() : lastDay);
    }

    @PostMapping
    ModelAndView renew(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @RequestParam(name = "idempotencyKey", required = false) @Nullable String key,
            @PathVariable String id,
            ConsentRenewal said) {
        ConsentId consent = named(id, ConsentId::new);
        try {
            Outcome outcome = renewals.renew(Asked.by(actor, request, key), consent, said);
            return FormReply.to(done -> "/consents/" + done.answer(), new ModelAndView(), () -> outcome);
        } catch (Invalid | Refused no) {
            ModelAndView again = page(actor, purpose, request, consent, "POST /consents/{id}/renewal", said.lastDay());
            return FormReply.to(done -> "/consents/" + consent, again, () -> {
                throw no;
            });
        }
    }
}

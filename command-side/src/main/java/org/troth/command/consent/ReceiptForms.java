package org.troth.command.consent;

import static org.troth.command.dispatch.Permits.named;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.troth.command.consent.ConsentReceipt.Event;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.Phrase;
import org.troth.events.ConsentId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.disclosure.PurposeOfUse;

/** The receipt of a consent as a page that can be printed, and how it stood on any day. */
@Controller
@RequestMapping("/consents")
class ReceiptForms {

    private static final String DAY = "d MMMM uuuu";
    private static final String MINUTE = "d MMMM uuuu, HH:mm";

    private final ReceiptDesk desk;
    private final Clock clock;

    ReceiptForms(ReceiptDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** One line of what happened, in words for the person. */
    record Line(String at, Phrase plain, @Nullable String law, long position) {}

    /** With a day, also says how it stood at the end of that day. */
    @GetMapping("/{id}/receipt")
    ModelAndView receipt(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String moment) {
        ConsentId consent = named(id, ConsentId::new);
        ReceiptDesk.Issued issued =
                desk.receipt(Asked.by(actor, request, null), purpose, "GET /consents/{id}/receipt", consent);
        ConsentDesk.Opened opened = issued.opened();
        LocalDate lastDay = opened.question().lastDay();
        ModelAndView page = new ModelAndView("consent/receipt")
                .addObject("consent", consent)
                .addObject("receipt", issued.receipt())
                .addObject("processing", issued.receipt().piiProcessing().get(0))
                .addObject("recipient", opened.recipient())
                .addObject("purpose", opened.purpose())
                .addObject("classes", opened.classes())
                .addObject(
                        "lastDay",
                        lastDay == null
                                ? null
                                : DateTimeFormatter.ofPattern(DAY, LocaleContextHolder.getLocale())
                                        .format(lastDay))
                .addObject("statePlain", opened.history().state().words())
                .addObject("beside", opened.beside())
                .addObject("lines", lines(issued.receipt().event()))
                .addObject("moment", moment);
        return moment == null || moment.isBlank() ? page : standing(page, consent, moment);
    }

    private List<Line> lines(List<Event> events) {
        return events.stream()
                .map(each -> new Line(
                        minute(each.eventTime()),
                        Phrase.of("command.consent.receipt.event." + each.eventType()),
                        each.law(),
                        each.position()))
                .toList();
    }

    private String minute(Instant at) {
        return DateTimeFormatter.ofPattern(MINUTE, LocaleContextHolder.getLocale())
                .withZone(clock.getZone())
                .format(at);
    }

    private ModelAndView standing(ModelAndView page, ConsentId consent, String moment) {
        try {
            Instant at = desk.moment(moment);
            boolean inForce = desk.standing(consent, at).inForce();
            return page.addObject(
                    "standing",
                    Phrase.of(
                            inForce ? "command.consent.receipt.then-yes" : "command.consent.receipt.then-no",
                            minute(at)));
        } catch (Invalid invalid) {
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page.addObject(
                    "errors", Map.of("moment", invalid.faults().get(0).words()));
        }
    }
}

package org.troth.command.referral;

import static org.troth.command.referral.AgencyApi.caller;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.troth.command.dispatch.Choice;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.Phrase;
import org.troth.command.law.CodeList;
import org.troth.command.referral.AgencyDesk.Caller;
import org.troth.command.referral.AgencyRequest.CannotHelp;
import org.troth.command.referral.AgencyRequest.Lying;
import org.troth.command.referral.AgencyRequest.Opening;
import org.troth.command.referral.AgencyRequest.Result;
import org.troth.command.referral.AgencyRequest.Sitting;
import org.troth.events.Moments;
import org.troth.events.account.RequestId;
import org.troth.events.referral.ReferralEvent;

/**
 * What was sent to an agency, as pages that say nothing in their address or title. Each page is the answer to its own POST:
 * a secret is in no address that anybody keeps, for what stands after the # never leaves the browser.
 */
@Controller
@RequestMapping(AgencyForms.PATH)
class AgencyForms {

    static final String PATH = "/deliveries";

    private static final String KEY = "idempotencyKey";

    private final AgencyDesk desk;
    private final Clock clock;

    AgencyForms(AgencyDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** The link of an opening, to the house that this request came to. */
    static String link(AgencyKey key) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(PATH)
                .fragment(key.fragment())
                .toUriString();
    }

    @GetMapping
    ModelAndView form() {
        return form(null);
    }

    /** With the link as it was typed: whoever mistypes the code has lost it from the address already. */
    private ModelAndView form(@Nullable String link) {
        return new ModelAndView("referral/delivery-code")
                .addObject("sitting", desk.nextSitting())
                .addObject("link", link);
    }

    @PostMapping("/opening")
    ModelAndView open(RequestId request, HttpServletRequest from, Opening said) {
        return orAgain(form(said.link()), () -> page(desk.open(caller(request, null, from), said), null));
    }

    @PostMapping("/reading")
    ModelAndView read(RequestId request, HttpServletRequest from, Sitting said) {
        return orAgain(form(), () -> page(desk.read(caller(request, null, from), said), null));
    }

    @PostMapping("/acceptance")
    ModelAndView accept(
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            HttpServletRequest from,
            Sitting said) {
        Caller caller = caller(request, key, from);
        return after(
                caller,
                said.sitting(),
                Phrase.of("command.referral.delivery.done-taken"),
                () -> desk.accept(caller, said));
    }

    @PostMapping("/start")
    ModelAndView start(
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            HttpServletRequest from,
            Sitting said) {
        Caller caller = caller(request, key, from);
        return after(
                caller,
                said.sitting(),
                Phrase.of("command.referral.delivery.done-begun"),
                () -> desk.start(caller, said));
    }

    @PostMapping("/outcome")
    ModelAndView recordOutcome(
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            HttpServletRequest from,
            Result said) {
        Caller caller = caller(request, key, from);
        // What they typed is in the answer when something was left out, and nowhere else.
        ModelAndView page = after(
                caller,
                said.sitting(),
                Phrase.of("command.referral.delivery.done-outcome"),
                () -> desk.recordOutcome(caller, said));
        return page.getStatus() == null
                ? page
                : page.addObject("outcome", said.outcome()).addObject("words", said.words());
    }

    /** Nothing of it is shown after this. */
    @PostMapping("/non-acceptance")
    ModelAndView cannotHelp(
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            HttpServletRequest from,
            CannotHelp said) {
        Caller caller = caller(request, key, from);
        try {
            desk.cannotHelp(caller, said);
            return new ModelAndView("referral/delivery-done");
        } catch (Invalid | ReferralRefused no) {
            return again(caller, said.sitting(), no).addObject("reason", said.reason());
        }
    }

    /** Acts, then shows the packet again, with what was wrong or what was done. */
    private ModelAndView after(Caller caller, @Nullable String sitting, Phrase done, Runnable act) {
        try {
            act.run();
        } catch (Invalid | ReferralRefused no) {
            return again(caller, sitting, no);
        }
        return orAgain(form(), () -> page(desk.read(caller, new Sitting(sitting)), done));
    }

    /** The packet once more with what was wrong, for whoever still sits over it. */
    private ModelAndView again(Caller caller, @Nullable String sitting, RuntimeException no) {
        if (no instanceof ReferralRefused refused && !refused.isAboutTheirAnswer()) {
            return wrong(form(), refused);
        }
        return orAgain(form(), () -> wrong(page(desk.read(caller, new Sitting(sitting)), null), no));
    }

    private ModelAndView page(Lying lying, @Nullable Phrase done) {
        ModelAndView page = new ModelAndView("referral/delivery")
                .addObject("sitting", lying.sitting())
                .addObject(
                        "until",
                        Moments.plain(Instant.parse(lying.until()), clock.getZone(), LocaleContextHolder.getLocale()))
                .addObject("packet", lying.packet())
                .addObject("notice", lying.notice())
                .addObject("done", done)
                .addObject("reasons", Choice.among(CodeList.NON_ACCEPTANCE))
                .addObject("outcomes", Choice.under("command.referral.outcome.of.", ReferralEvent.Outcome.values()));
        for (Handed.Answer each : Handed.Answer.values()) {
            page.addObject(mayAnswer(each), lying.answers().contains(each.name()));
        }
        return page;
    }

    private static String mayAnswer(Handed.Answer answer) {
        return switch (answer) {
            case ACCEPTANCE -> "mayAccept";
            case NON_ACCEPTANCE -> "mayRefuse";
            case START -> "mayStart";
            case OUTCOME -> "mayConclude";
        };
    }

    private static ModelAndView orAgain(ModelAndView form, Supplier<ModelAndView> act) {
        try {
            return act.get();
        } catch (Invalid | ReferralRefused no) {
            return wrong(form, no);
        }
    }

    private static ModelAndView wrong(ModelAndView form, RuntimeException no) {
        if (no instanceof Invalid invalid) {
            Map<String, Phrase> errors = new LinkedHashMap<>();
            invalid.faults().forEach(fault -> errors.putIfAbsent(fault.field(), fault.words()));
            form.addObject("errors", errors);
            form.setStatus(HttpStatus.BAD_REQUEST);
        } else if (no instanceof ReferralRefused refused) {
            form.addObject("refused", refused.words());
            form.setStatus(HttpStatus.CONFLICT);
        }
        return form;
    }
}

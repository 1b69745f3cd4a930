package org.troth.command.participant;

import static org.troth.command.participant.EnquirerApi.caller;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
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
import org.troth.command.dispatch.Choice;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.OfferedCodes;
import org.troth.command.dispatch.Phrase;
import org.troth.command.participant.EnquirerDesk.Caller;
import org.troth.command.participant.EnquirerDesk.Standing;
import org.troth.command.participant.EnquirerRequest.Code;
import org.troth.command.participant.EnquirerRequest.More;
import org.troth.command.participant.EnquirerRequest.NotSafe;
import org.troth.command.participant.EnquirerRequest.Reach;
import org.troth.command.participant.ParticipantRequest.Enquiry;
import org.troth.events.Moments;
import org.troth.events.account.RequestId;
import org.troth.events.participant.ParticipantEvent.ContactChannel;
import org.troth.events.programme.ProgrammeEvent.ProgrammeList;

/**
 * Asking for help without a name, as pages that say nothing in their address or title. Each page is the answer to its own
 * POST: a code is in no address, no cookie and no redirect.
 */
@Controller
@RequestMapping("/notes")
class EnquirerForms {

    private static final String KEY = "idempotencyKey";

    private final EnquirerDesk desk;
    private final OfferedCodes offered;
    private final Clock clock;

    EnquirerForms(EnquirerDesk desk, OfferedCodes offered, Clock clock) {
        this.desk = desk;
        this.offered = offered;
        this.clock = clock;
    }

    /** An answer as the page shows it. */
    record Line(String when, String words) {
        @Override
        public String toString() {
            return getClass().getSimpleName();
        }
    }

    /** A channel that may be used. */
    record Way(String channel, Phrase name) {}

    @GetMapping
    ModelAndView form() {
        return form(new Enquiry(null, "en", null));
    }

    private ModelAndView form(Enquiry said) {
        return new ModelAndView("participant/note")
                .addObject("said", said)
                .addObject("languages", Choice.languages())
                .addObject("matters", offered.choices(ProgrammeList.MATTER));
    }

    @PostMapping
    ModelAndView leave(
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            HttpServletRequest from,
            Enquiry said) {
        return orAgain(
                form(said),
                () -> new ModelAndView("participant/note-kept")
                        .addObject("code", desk.leave(caller(request, key, from), said)));
    }

    @GetMapping("/reading")
    ModelAndView code() {
        return new ModelAndView("participant/note-code");
    }

    @PostMapping("/reading")
    ModelAndView read(RequestId request, HttpServletRequest from, Code said) {
        return orAgain(code(), () -> page(caller(request, null, from), said.code(), null));
    }

    @PostMapping("/words")
    ModelAndView add(
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            HttpServletRequest from,
            More said) {
        return after(
                request,
                key,
                from,
                said.code(),
                Phrase.of("command.participant.done.words"),
                caller -> desk.add(caller, said));
    }

    @PostMapping("/contacts")
    ModelAndView chooseContact(
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            HttpServletRequest from,
            Reach said) {
        return after(
                request,
                key,
                from,
                said.code(),
                Phrase.of("command.participant.done.way"),
                caller -> desk.chooseContact(caller, said));
    }

    @PostMapping("/unsafe")
    ModelAndView markUnsafe(
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            HttpServletRequest from,
            NotSafe said) {
        return after(
                request,
                key,
                from,
                said.code(),
                Phrase.of("command.participant.done.unsafe"),
                caller -> desk.markUnsafe(caller, said));
    }

    @PostMapping("/withdrawal")
    ModelAndView withdraw(
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            HttpServletRequest from,
            Code said) {
        return orAgain(code(), () -> {
            desk.withdraw(caller(request, key, from), said);
            return new ModelAndView("participant/note-gone");
        });
    }

    private interface Act {
        void by(Caller caller);
    }

    /** Acts, then shows the page of the code again, with what was wrong or what was done. */
    private ModelAndView after(
            RequestId request,
            @Nullable String key,
            HttpServletRequest from,
            @Nullable String code,
            Phrase done,
            Act act) {
        Caller caller = caller(request, key, from);
        try {
            act.by(caller);
            return page(caller, code, done);
        } catch (Invalid | ParticipantRefused no) {
            return orAgain(code(), () -> wrong(page(caller, code, null), no));
        }
    }

    private ModelAndView page(Caller caller, @Nullable String code, @Nullable Phrase done) {
        Standing standing = desk.read(caller, new Code(code));
        return new ModelAndView("participant/note-read")
                .addObject("code", code)
                .addObject("done", done)
                .addObject("open", standing.open())
                .addObject(
                        "answers",
                        standing.answers().stream()
                                .map(said -> new Line(
                                        Moments.plain(said.at(), clock.getZone(), LocaleContextHolder.getLocale()),
                                        said.words()))
                                .toList())
                .addObject(
                        "ways",
                        standing.channels().stream()
                                .map(each ->
                                        new Way(each.name(), Phrase.of("command.participant.channel." + each.name())))
                                .toList())
                .addObject("channels", Choice.under("command.participant.channel.", ContactChannel.values()));
    }

    private static ModelAndView orAgain(ModelAndView form, Supplier<ModelAndView> act) {
        try {
            return act.get();
        } catch (Invalid | ParticipantRefused no) {
            return wrong(form, no);
        }
    }

    private static ModelAndView wrong(ModelAndView form, RuntimeException no) {
        if (no instanceof Invalid invalid) {
            Map<String, Phrase> errors = new LinkedHashMap<>();
            invalid.faults().forEach(fault -> errors.putIfAbsent(fault.field(), fault.words()));
            form.addObject("errors", errors);
            form.setStatus(HttpStatus.BAD_REQUEST);
        } else if (no instanceof ParticipantRefused refused) {
            String field = refused.field();
            if (field == null) {
                form.addObject("refused", refused.words());
            } else {
                form.addObject("errors", Map.of(field, refused.words()));
            }
            form.setStatus(HttpStatus.CONFLICT);
        }
        return form;
    }
}

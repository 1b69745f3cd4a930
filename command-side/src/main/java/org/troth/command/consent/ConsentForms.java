package org.troth.command.consent;

import static org.troth.command.dispatch.Permits.named;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.troth.command.consent.ConsentRequest.ConsentConversation;
import org.troth.command.consent.ConsentRequest.ConsentQuestion;
import org.troth.command.consent.ConsentRequest.UnderstandingCheck;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Choice;
import org.troth.command.dispatch.FormReply;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.Refused;
import org.troth.command.dispatch.Replies;
import org.troth.command.law.CodeList;
import org.troth.command.law.HouseLaw;
import org.troth.events.AgencyId;
import org.troth.events.ConsentId;
import org.troth.events.ParticipantId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.confidential.DataClass;
import org.troth.events.consent.ConsentEvent.Interpreting;
import org.troth.events.consent.LastWord;
import org.troth.events.consent.Purpose;
import org.troth.events.directory.AgencyListing;
import org.troth.events.disclosure.PurposeOfUse;

/** What can be done about consent, as forms. Yes and no are two buttons of one size; taking back is one more. */
@Controller
@RequestMapping("/consents")
class ConsentForms {

    private static final String DAY = "d MMMM uuuu";

    private static final String KEY = "idempotencyKey";

    private static final List<Choice> CLASSES = Stream.of(DataClass.values())
            .filter(each -> each != DataClass.AUDIT && each != DataClass.CREDENTIAL_DETAIL)
            .map(each -> new Choice(each.name(), Phrase.of("command.consent.class." + each.name())))
            .toList();

    private static final List<Choice> INTERPRETING =
            Choice.under("command.consent.interpreting.", Interpreting.values());

    private final ConsentDesk desk;
    private final AgencyListing agencies;
    private final LastWord words;

    ConsentForms(ConsentDesk desk, AgencyListing agencies, LastWord words) {
        this.desk = desk;
        this.words = words;
        this.agencies = agencies;
    }

    /** For passing something on to one agency, the agency is named in the address; otherwise it is the programme. */
    @GetMapping("/new")
    ModelAndView newQuestion(
            Actor actor,
            RequestId request,
            @RequestParam String participant,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable String purpose) {
        desk.mayOpenQuestionForm(Asked.by(actor, request, null), named(participant, ParticipantId::new));
        return questionForm(new ConsentQuestion(
                participant,
                agency == null ? chosen(purpose) : Purpose.SHARING.name(),
                agency,
                agency == null ? List.of() : List.of("IDENTITY", "CONTACT"),
                null,
                agency == null ? null : Objects.toString(desk.lastDayUnsaid(Purpose.SHARING))));
    }

    /** Sharing is asked for with the agency it is for; what is no purpose is not chosen. */
    private static @Nullable String chosen(@Nullable String purpose) {
        return Stream.of(Purpose.values())
                .filter(each -> each != Purpose.SHARING)
                .map(Purpose::name)
                .filter(each -> each.equals(purpose))
                .findFirst()
                .orElse(null);
    }

    @PostMapping
    ModelAndView ask(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            ConsentQuestion said) {
        return FormReply.to(
                done -> "/consents/" + done.answer(),
                questionForm(said),
                () -> desk.ask(Asked.by(actor, request, key), said));
    }

    private ModelAndView questionForm(ConsentQuestion said) {
        String agency = said.agency();
        boolean sharing = agency != null && !agency.isBlank();
        return new ModelAndView("consent/question")
                .addObject("said", said)
                .addObject("sharing", sharing)
                .addObject("agencyName", name(agency))
                .addObject("longest", HouseLaw.SHARING_DAYS)
                .addObject(
                        "purposes",
                        Choice.under("command.consent.purpose.", Purpose.values()).stream()
                                .filter(each -> each.value().equals(Purpose.SHARING.name()) == sharing)
                                .toList())
                .addObject("classes", CLASSES);
    }

    private @Nullable String name(@Nullable String agency) {
        try {
            return agency == null || agency.isBlank()
                    ? null
                    : agencies.of(named(agency, AgencyId::new))
                            .map(AgencyListing.Listing::name)
                            .orElse(null);
        } catch (NotOnRecord unknown) {
            // The form says so at its field when it is sent.
            return null;
        }
    }

    /** The text exactly as it is digested, the questions about it, and what can be answered now. */
    @GetMapping("/{id}")
    ModelAndView open(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable String id) {
        return page(actor, purpose, request, named(id, ConsentId::new), "GET /consents/{id}");
    }

    private ModelAndView page(Actor actor, PurposeOfUse purpose, RequestId request, ConsentId consent, String route) {
        ConsentDesk.Opened opened = desk.open(Asked.by(actor, request, null), purpose, route, consent);
        ParticipantId participant = opened.question().participant();
        LocalDate lastDay = opened.question().lastDay();
        String beside = opened.beside();
        return new ModelAndView("consent/answer")
                .addObject("consent", consent)
                .addObject("back", pageFor(actor, participant))
                .addObject("own", participant.value().equals(actor.person()))
                .addObject("purpose", opened.purpose())
                .addObject("recipient", opened.recipient())
                .addObject("classes", opened.classes())
                .addObject(
                        "lastDay",
                        lastDay == null
                                ? null
                                : DateTimeFormatter.ofPattern(DAY, LocaleContextHolder.getLocale())
                                        .format(lastDay))
                .addObject("text", opened.toRead())
                .addObject("words", opened.words())
                .addObject("answers", Map.of())
                .addObject("media", Choice.among(CodeList.MEDIUM))
                .addObject("interpreting", INTERPRETING)
                .addObject("said", new ConsentConversation(null, opened.text().language(), null))
                .addObject("young", opened.young())
                .addObject("alone", opened.alone())
                .addObject("waits", opened.waits())
                .addObject("beside", beside == null ? null : Phrase.of("command.consent.why." + beside))
                .addObject("participant", participant)
                .addObject("stopped", stopped(opened))
                .addObject("state", opened.history().state().name())
                .addObject("statePlain", opened.history().state().words());
    }

    /** For which purpose everything has stopped by this answer, as far as it is the last that they gave; absent where nothing has. */
    private @Nullable String stopped(ConsentDesk.Opened opened) {
        ConsentHistory.State state = opened.history().state();
        Purpose purpose = opened.question().purpose();
        if (state != ConsentHistory.State.WITHDRAWN && state != ConsentHistory.State.DECLINED) {
            return null;
        }
        LastWord.Answer word = words.of(opened.question().participant(), purpose);
        return switch (purpose) {
            case SUPPORT -> word.isRefused() ? purpose.name() : null;
            case MATCHING -> word.stops() ? purpose.name() : null;
            case SHARING -> state == ConsentHistory.State.WITHDRAWN ? purpose.name() : null;
            case REPORTING, RESEARCH, PUBLICITY -> null;
        };
    }

    /** The questions come as fields named question1 and so on. */
    @PostMapping("/{id}/understanding")
    ModelAndView understand(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestParam Map<String, String> fields) {
        ConsentId consent = named(id, ConsentId::new);
        UnderstandingCheck said = new UnderstandingCheck(Stream.iterate(0, at -> at + 1)
                .map(TextQuestions::field)
                .takeWhile(fields::containsKey)
                .map(fields::get)
                .toList());
        return reply(
                consent,
                () -> desk.understand(Asked.by(actor, request, key), consent, said),
                () -> page(actor, purpose, request, consent, "POST /consents/{id}/understanding")
                        .addObject("answers", fields));
    }

    @PostMapping("/{id}/conversations")
    ModelAndView talkThrough(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            ConsentConversation said) {
        ConsentId consent = named(id, ConsentId::new);
        return reply(
                consent,
                () -> desk.talkThrough(Asked.by(actor, request, key), consent, said),
                () -> page(actor, purpose, request, consent, "POST /consents/{id}/conversations")
                        .addObject("said", said));
    }

    /** The page is a look of its own, and is only taken when it is shown again. */
    private static ModelAndView reply(ConsentId consent, Supplier<Outcome> act, Supplier<ModelAndView> again) {
        try {
            Outcome outcome = act.get();
            return FormReply.to(done -> "/consents/" + consent, new ModelAndView(), () -> outcome);
        } catch (Invalid | Refused no) {
            return FormReply.to(done -> "/consents/" + consent, again.get(), () -> {
                throw no;
            });
        }
    }

    @PostMapping("/{id}/agreement")
    ResponseEntity<Void> give(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id) {
        ConsentId consent = named(id, ConsentId::new);
        return Replies.seeOther("/consents/" + consent, desk.give(Asked.by(actor, request, key), consent));
    }

    @PostMapping("/{id}/refusal")
    ResponseEntity<Void> decline(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id) {
        ConsentId consent = named(id, ConsentId::new);
        return Replies.seeOther("/consents/" + consent, desk.decline(Asked.by(actor, request, key), consent));
    }

    @PostMapping("/{id}/withdrawal")
    ResponseEntity<Void> withdraw(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id) {
        ConsentId consent = named(id, ConsentId::new);
        return Replies.seeOther("/consents/" + consent, desk.withdraw(Asked.by(actor, request, key), consent));
    }

    private static String pageFor(Actor actor, ParticipantId participant) {
        return participant.value().equals(actor.person()) ? "/mine" : "/participants/" + participant;
    }
}

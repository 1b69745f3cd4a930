package org.troth.command.encounter;

import static org.troth.command.dispatch.Permits.named;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Choice;
import org.troth.command.dispatch.FormReply;
import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.Replies;
import org.troth.command.encounter.EncounterRequest.EncounterCorrection;
import org.troth.command.encounter.EncounterRequest.NewEncounter;
import org.troth.command.encounter.EncounterRequest.SendingBack;
import org.troth.command.encounter.HeldFields.Turn;
import org.troth.command.law.CodeList;
import org.troth.events.EncounterId;
import org.troth.events.MatchId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.encounter.EncounterEvent.Held;
import org.troth.events.encounter.EncounterEvent.Writer;
import org.troth.events.presence.Guest;
import org.troth.events.sheet.SheetsInReview;

/** What can be done about meetings, as forms: most of a new one is filled in already. The forms show nobody's words. */
@Controller
@RequestMapping("/encounters")
class EncounterForms {

    private static final String KEY = "idempotencyKey";

    /** How long a meeting is unless somebody says otherwise; that much ago it will have begun. */
    private static final int USUAL_MINUTES = 30;

    private static final int STEP_MINUTES = 5;

    private static final List<Choice> TURNS = List.of(
            new Choice(Turn.EARLIER.name(), Phrase.of("command.encounter.turn.EARLIER")),
            new Choice(Turn.LATER.name(), Phrase.of("command.encounter.turn.LATER")));

    private static final List<Choice> ACTS = Choice.among(CodeList.ACT).stream()
            .map(each ->
                    each.value().equals("none") ? new Choice("none", Phrase.of("command.encounter.acts.none")) : each)
            .toList();

    private static final List<Choice> GUESTS = List.of(
            new Choice("NOBODY", Phrase.of("command.encounter.guest.NOBODY")),
            new Choice(Guest.OBSERVER.name(), Phrase.of("command.encounter.guest.OBSERVER")),
            new Choice(Guest.TRAINEE.name(), Phrase.of("command.encounter.guest.TRAINEE")),
            new Choice(Guest.COMPANION.name(), Phrase.of("command.encounter.guest.COMPANION")),
            new Choice(Guest.SOMEBODY_ELSE.name(), Phrase.of("command.encounter.guest.SOMEBODY_ELSE")));

    /** Of which shelf no more is shown at once; and the word for all languages. */
    private static final int MOST_SHEETS = 30;

    private static final String ALL = "all";

    private final EncounterDesk desk;
    private final Writers writers;
    private final SheetsInReview shelf;
    private final Clock clock;

    EncounterForms(EncounterDesk desk, Writers writers, SheetsInReview shelf, Clock clock) {
        this.desk = desk;
        this.writers = writers;
        this.shelf = shelf;
        this.clock = clock;
    }

    @GetMapping("/new")
    ModelAndView newEncounter(
            Actor actor,
            RequestId request,
            @RequestParam String match,
            @RequestParam(required = false) @Nullable String shelf) {
        Writers.Form form =
                writers.ofForm(Asked.by(actor, request, null), "GET /encounters/new", named(match, MatchId::new));
        ZonedDateTime begun = begun(form.from());
        return newForm(
                form.writer(),
                new NewEncounter(
                        match,
                        begun.toLocalDate().toString(),
                        begun.toLocalTime().toString(),
                        turn(begun),
                        Integer.toString(USUAL_MINUTES),
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        List.of(),
                        List.of()),
                shelf);
    }

    /** Half an hour ago, and not before the two were matched. */
    private ZonedDateTime begun(@Nullable Instant from) {
        ZonedDateTime now = clock.instant().atZone(clock.getZone());
        ZonedDateTime usual = now.minusMinutes(USUAL_MINUTES + now.getMinute() % STEP_MINUTES);
        ZonedDateTime begun = from == null || from.isBefore(usual.toInstant()) ? usual : from.atZone(clock.getZone());
        return begun.truncatedTo(ChronoUnit.MINUTES);
    }

    @PostMapping
    ModelAndView log(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String shelf,
            NewEncounter said) {
        NewEncounter listed = listed(said);
        Asked asked = Asked.by(actor, request, key);
        Writer writer = writers.ofNew(asked, "POST /encounters", Writers.match(said.match()));
        return FormReply.to(
                done -> writer == Writer.VOLUNTEER ? "/walks" : "/encounters/" + done.answer(),
                newForm(writer, listed, shelf),
                () -> desk.log(asked, listed));
    }

    private static NewEncounter listed(NewEncounter said) {
        return new NewEncounter(
                said.match(),
                said.day(),
                said.time(),
                said.turn(),
                said.minutes(),
                said.medium(),
                FormReply.listed(said.support()),
                FormReply.listed(said.topics()),
                FormReply.listed(said.acts()),
                said.note(),
                said.reflection(),
                FormReply.listed(said.present()),
                FormReply.listed(said.sheets()));
    }

    private ModelAndView newForm(Writer writer, NewEncounter said, @Nullable String language) {
        return form("encounter/new", writer, language)
                .addObject("said", said)
                .addObject("back", writer == Writer.VOLUNTEER ? "/walks" : "/matches/" + said.match());
    }

    /** What can be given today, in one language; of a meeting of another day more or less may be cited. */
    private SheetsInReview.Offers shelf(@Nullable String language) {
        LocalDate today = LocalDate.now(clock);
        if (ALL.equals(language)) {
            return shelf.now(today, null, MOST_SHEETS);
        }
        String own = language == null ? LocaleContextHolder.getLocale().getLanguage() : language;
        SheetsInReview.Offers offers = shelf.now(today, own, MOST_SHEETS);
        return offers.offers().isEmpty() ? shelf.now(today, null, MOST_SHEETS) : offers;
    }

    /** A language in which there are sheets, and what it is called in the language of the page. */
    record InLanguage(String code, String name) {}

    private static List<InLanguage> shelves(SheetsInReview.Offers offers) {
        Locale page = LocaleContextHolder.getLocale();
        return offers.languages().stream()
                .map(each -> new InLanguage(each, Locale.forLanguageTag(each).getDisplayName(page)))
                .toList();
    }

    private static List<Choice> offered(SheetsInReview.Offers offers) {
        return offers.offers().stream()
                .map(each -> new Choice(
                        each.sheet() + "." + each.version(),
                        Phrase.of(
                                "command.encounter.sheets.one",
                                each.title(),
                                each.language(),
                                Integer.toString(each.version()))))
                .toList();
    }

    private ModelAndView form(String template, Writer writer, @Nullable String language) {
        SheetsInReview.Offers offers = shelf(language);
        return new ModelAndView(template)
                .addObject("volunteer", writer == Writer.VOLUNTEER)
                .addObject("media", Choice.among(CodeList.MEDIUM))
                .addObject("kinds", Choice.among(CodeList.SUPPORT))
                .addObject("subjects", Choice.among(CodeList.TOPIC))
                .addObject("forbidden", ACTS)
                .addObject("guests", GUESTS)
                .addObject("offered", offered(offers))
                .addObject("shelf", language)
                .addObject("shelves", shelves(offers))
                .addObject("moreSheets", offers.more() ? MOST_SHEETS : 0)
                .addObject("turns", TURNS);
    }

    @GetMapping("/{id}/correction")
    ModelAndView newCorrection(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String shelf) {
        EncounterId encounter = named(id, EncounterId::new);
        Writers.Shown shown =
                writers.show(Asked.by(actor, request, null), purpose, "GET /encounters/{id}/correction", encounter);
        Held held = shown.held();
        ZonedDateTime at = held.at().atZone(ZoneId.of(held.zone()));
        return correctionForm(
                shown.writer(),
                encounter,
                new EncounterCorrection(
                        null,
                        at.toLocalDate().toString(),
                        at.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString(),
                        turn(at),
                        Integer.toString(held.minutes()),
                        held.medium(),
                        held.support(),
                        held.topics(),
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of()),
                shelf);
    }

    @PostMapping("/{id}/correction")
    ModelAndView correct(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String shelf,
            EncounterCorrection said) {
        EncounterId encounter = named(id, EncounterId::new);
        EncounterCorrection listed = listed(said);
        Asked asked = Asked.by(actor, request, key);
        String route = "POST /encounters/{id}/correction";
        Writer writer = writers.ofCorrection(asked, route, writers.logged(asked, route, encounter));
        return FormReply.to(
                done -> "/encounters/" + encounter,
                correctionForm(writer, encounter, listed, shelf),
                () -> desk.correct(asked, encounter, listed));
    }

    private static EncounterCorrection listed(EncounterCorrection said) {
        return new EncounterCorrection(
                said.reason(),
                said.day(),
                said.time(),
                said.turn(),
                said.minutes(),
                said.medium(),
                FormReply.listed(said.support()),
                FormReply.listed(said.topics()),
                FormReply.listed(said.acts()),
                said.note(),
                said.withoutNote(),
                said.reflection(),
                said.withoutReflection(),
                FormReply.listed(said.present()),
                FormReply.listed(said.sheets()));
    }

    private ModelAndView correctionForm(
            Writer writer, EncounterId encounter, EncounterCorrection said, @Nullable String language) {
        List<Choice> givenOrNone = new ArrayList<>(offered(shelf(language)));
        givenOrNone.add(new Choice("NONE", Phrase.of("command.encounter.sheets.none")));
        return form("encounter/correction", writer, language)
                .addObject("encounter", encounter)
                .addObject("said", said)
                .addObject("offered", givenOrNone)
                .addObject("reasons", Choice.among(CodeList.CORRECTION))
                .addObject("back", "/encounters/" + encounter);
    }

    @PostMapping("/{id}/versions/{version}/approval")
    ResponseEntity<Void> approve(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String version) {
        EncounterId encounter = named(id, EncounterId::new);
        return Replies.seeOther(
                "/encounters/" + encounter,
                desk.approve(Asked.by(actor, request, key), encounter, Writers.version(version)));
    }

    @GetMapping("/{id}/versions/{version}/return")
    ModelAndView newReturn(Actor actor, RequestId request, @PathVariable String id, @PathVariable String version) {
        EncounterId encounter = named(id, EncounterId::new);
        writers.ofDecision(Asked.by(actor, request, null), "GET /encounters/{id}/versions/{version}/return", encounter);
        return returnForm(encounter, Writers.version(version), new SendingBack(null));
    }

    @PostMapping("/{id}/versions/{version}/return")
    ModelAndView sendBack(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String version,
            SendingBack said) {
        EncounterId encounter = named(id, EncounterId::new);
        int number = Writers.version(version);
        return FormReply.to(
                done -> "/encounters/" + encounter,
                returnForm(encounter, number, said),
                () -> desk.sendBack(Asked.by(actor, request, key), encounter, number, said));
    }

    private static ModelAndView returnForm(EncounterId encounter, int version, SendingBack said) {
        return new ModelAndView("encounter/return")
                .addObject("encounter", encounter)
                .addObject("version", version)
                .addObject("said", said)
                .addObject("reasons", Choice.among(CodeList.SENT_BACK))
                .addObject("back", "/encounters/" + encounter);
    }

    /** Said only of a moment whose time the clock showed twice. */
    private static @Nullable String turn(ZonedDateTime at) {
        List<ZoneOffset> offsets = at.getZone().getRules().getValidOffsets(at.toLocalDateTime());
        if (offsets.size() < 2) {
            return null;
        }
        return (at.getOffset().equals(offsets.get(0)) ? Turn.EARLIER : Turn.LATER).name();
    }
}

package org.troth.command.youth;

import static org.troth.command.dispatch.Permits.named;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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
import org.troth.command.dispatch.Replies;
import org.troth.command.law.CodeList;
import org.troth.command.youth.YouthRequest.Alone;
import org.troth.command.youth.YouthRequest.GuardianCheck;
import org.troth.command.youth.YouthRequest.GuardianNo;
import org.troth.command.youth.YouthRequest.GuardianYes;
import org.troth.command.youth.YouthRequest.Minority;
import org.troth.events.ParticipantId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.consent.ConsentEvent.Interpreting;
import org.troth.events.youth.YouthEvent.Statement;

/** Young people and their guardians, as forms that show nothing of the record. */
@Controller
@RequestMapping("/youth/{participant}")
class YouthForms {

    private static final String KEY = "idempotencyKey";

    private final YouthDesk desk;
    private final GuardianDesk guardians;
    private final MessageSource messages;

    YouthForms(YouthDesk desk, GuardianDesk guardians, MessageSource messages) {
        this.desk = desk;
        this.guardians = guardians;
        this.messages = messages;
    }

    @GetMapping("/age")
    ModelAndView ageForm(Actor actor, RequestId request, @PathVariable String participant) {
        ParticipantId id = mayWrite(actor, request, "GET /youth/{participant}/age", participant);
        return ageForm(id, new Minority(null));
    }

    @PostMapping("/age")
    ModelAndView note(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String participant,
            Minority said) {
        ParticipantId id = named(participant, ParticipantId::new);
        return FormReply.to(
                done -> page(id), ageForm(id, said), () -> desk.note(Asked.by(actor, request, key), id, said));
    }

    private static ModelAndView ageForm(ParticipantId id, Minority said) {
        return form("youth/age", id).addObject("said", said);
    }

    @PostMapping("/age/removal")
    ResponseEntity<Void> takeBack(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String participant) {
        ParticipantId id = named(participant, ParticipantId::new);
        return Replies.seeOther(page(id), desk.takeBack(Asked.by(actor, request, key), id));
    }

    @GetMapping("/guardians")
    ModelAndView guardianForm(Actor actor, RequestId request, @PathVariable String participant, GuardianCheck said) {
        ParticipantId id = mayWrite(actor, request, "GET /youth/{participant}/guardians", participant);
        return guardianForm(id, said);
    }

    @PostMapping("/guardians")
    ModelAndView recognise(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String participant,
            GuardianCheck said) {
        ParticipantId id = named(participant, ParticipantId::new);
        return FormReply.to(
                done -> page(id),
                guardianForm(id, said),
                () -> desk.recognise(Asked.by(actor, request, key), id, said));
    }

    private static ModelAndView guardianForm(ParticipantId id, GuardianCheck said) {
        return form("youth/guardian", id)
                .addObject("said", said)
                .addObject("standings", Choice.among(CodeList.GUARDIAN_STANDING))
                .addObject("checks", Choice.among(CodeList.GUARDIAN_CHECK));
    }

    @PostMapping("/guardians/{number}/ending")
    ResponseEntity<Void> endStanding(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String participant,
            @PathVariable String number) {
        ParticipantId id = named(participant, ParticipantId::new);
        return Replies.seeOther(page(id), desk.endStanding(Asked.by(actor, request, key), id, number));
    }

    @GetMapping("/alone")
    ModelAndView aloneForm(Actor actor, RequestId request, @PathVariable String participant) {
        ParticipantId id = mayWrite(actor, request, "GET /youth/{participant}/alone", participant);
        return aloneForm(id, new Alone(null));
    }

    @PostMapping("/alone")
    ModelAndView beginAlone(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String participant,
            Alone said) {
        ParticipantId id = named(participant, ParticipantId::new);
        return FormReply.to(
                done -> page(id), aloneForm(id, said), () -> desk.beginAlone(Asked.by(actor, request, key), id, said));
    }

    private static ModelAndView aloneForm(ParticipantId id, Alone said) {
        return form("youth/alone", id).addObject("said", said).addObject("grounds", Choice.among(CodeList.ALONE));
    }

    @PostMapping("/alone/ending")
    ResponseEntity<Void> endAlone(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String participant) {
        ParticipantId id = named(participant, ParticipantId::new);
        return Replies.seeOther(page(id), desk.endAlone(Asked.by(actor, request, key), id));
    }

    @GetMapping("/agreements")
    ModelAndView yesForm(Actor actor, RequestId request, @PathVariable String participant, GuardianYes said) {
        ParticipantId id = mayWrite(actor, request, "GET /youth/{participant}/agreements", participant);
        return yesForm(id, said);
    }

    @PostMapping("/agreements")
    ModelAndView agree(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String participant,
            GuardianYes said) {
        ParticipantId id = named(participant, ParticipantId::new);
        return FormReply.to(
                done -> page(id), yesForm(id, said), () -> guardians.agree(Asked.by(actor, request, key), id, said));
    }

    private ModelAndView yesForm(ParticipantId id, GuardianYes said) {
        return form("youth/agreement", id)
                .addObject("said", said)
                .addObject("statements", choices(Statement.class, "command.youth.statement."))
                .addObject("witnesses", Choice.among(CodeList.GUARDIAN_WITNESS))
                .addObject("interpreting", choices(Interpreting.class, "command.youth.interpreting."));
    }

    @GetMapping("/objections")
    ModelAndView noForm(Actor actor, RequestId request, @PathVariable String participant, GuardianNo said) {
        ParticipantId id = mayWrite(actor, request, "GET /youth/{participant}/objections", participant);
        return noForm(id, said);
    }

    @PostMapping("/objections")
    ModelAndView object(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String participant,
            GuardianNo said) {
        ParticipantId id = named(participant, ParticipantId::new);
        return FormReply.to(
                done -> page(id), noForm(id, said), () -> guardians.object(Asked.by(actor, request, key), id, said));
    }

    private static ModelAndView noForm(ParticipantId id, GuardianNo said) {
        return form("youth/objection", id).addObject("said", said);
    }

    private <E extends Enum<E>> List<Choice> choices(Class<E> type, String key) {
        return Choice.of(type, each -> messages.getMessage(key + each.name(), null, LocaleContextHolder.getLocale()));
    }

    private ParticipantId mayWrite(Actor actor, RequestId request, String route, String participant) {
        ParticipantId id = named(participant, ParticipantId::new);
        desk.mayWrite(Asked.by(actor, request, null), route, id);
        return id;
    }

    private static ModelAndView form(String template, ParticipantId id) {
        return new ModelAndView(template).addObject("participant", id).addObject("back", page(id));
    }

    private static String page(ParticipantId id) {
        return "/youth/" + id;
    }
}

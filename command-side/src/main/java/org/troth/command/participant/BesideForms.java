package org.troth.command.participant;

import static org.troth.command.dispatch.Permits.named;

import java.util.List;
import org.jspecify.annotations.Nullable;
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
import org.troth.command.participant.BesideDesk.FirstTelling;
import org.troth.command.participant.BesideDesk.OtherPerson;
import org.troth.events.ParticipantId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.participant.ParticipantEvent.Hearer;

/** What was told for the first time and who is named beside a participant, as forms that show nothing of the record. */
@Controller
@RequestMapping("/participants/{id}")
class BesideForms {

    private static final String KEY = "idempotencyKey";

    private static final List<Choice> HEARERS = Choice.under("command.participant.hearer.", Hearer.values());

    private final BesideDesk desk;

    BesideForms(BesideDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/first-tellings")
    ModelAndView newFirstTelling(Actor actor, RequestId request, @PathVariable String id) {
        ParticipantId participant = named(id, ParticipantId::new);
        desk.mayOpenFirstTelling(Asked.by(actor, request, null), participant);
        return firstTellingForm(actor, participant, new FirstTelling(null, null));
    }

    @PostMapping("/first-tellings")
    ModelAndView noteFirstTelling(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            FirstTelling said) {
        ParticipantId participant = named(id, ParticipantId::new);
        return FormReply.to(
                done -> pageFor(actor, participant),
                firstTellingForm(actor, participant, said),
                () -> desk.noteFirstTelling(Asked.by(actor, request, key), participant, said));
    }

    private static ModelAndView firstTellingForm(Actor actor, ParticipantId participant, FirstTelling said) {
        return form("participant/first-telling", actor, participant)
                .addObject("said", said)
                .addObject("hearers", HEARERS)
                .addObject("steps", Choice.among(CodeList.FIRST_STEP));
    }

    @PostMapping("/first-tellings/{number}/step")
    ResponseEntity<Void> takeFirstStep(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String number) {
        ParticipantId participant = named(id, ParticipantId::new);
        return Replies.seeOther(
                pageFor(actor, participant), desk.takeFirstStep(Asked.by(actor, request, key), participant, number));
    }

    @GetMapping("/others")
    ModelAndView newOther(Actor actor, RequestId request, @PathVariable String id) {
        ParticipantId participant = named(id, ParticipantId::new);
        desk.mayOpenOther(Asked.by(actor, request, null), participant);
        return otherForm(actor, participant, new OtherPerson(null, null, null));
    }

    @PostMapping("/others")
    ModelAndView name(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            OtherPerson said) {
        ParticipantId participant = named(id, ParticipantId::new);
        return FormReply.to(
                done -> pageFor(actor, participant),
                otherForm(actor, participant, said),
                () -> desk.name(Asked.by(actor, request, key), participant, said));
    }

    private static ModelAndView otherForm(Actor actor, ParticipantId participant, OtherPerson said) {
        return form("participant/other", actor, participant)
                .addObject("own", isOwn(actor, participant))
                .addObject("said", said)
                .addObject("relations", Choice.among(CodeList.RELATION))
                .addObject("needs", Choice.among(CodeList.NAMED_FOR));
    }

    @PostMapping("/others/{number}/removal")
    ResponseEntity<Void> takeOut(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String number) {
        ParticipantId participant = named(id, ParticipantId::new);
        return Replies.seeOther(
                pageFor(actor, participant), desk.takeOut(Asked.by(actor, request, key), participant, number));
    }

    private static ModelAndView form(String template, Actor actor, ParticipantId participant) {
        return new ModelAndView(template)
                .addObject("participant", participant)
                .addObject("back", pageFor(actor, participant));
    }

    private static boolean isOwn(Actor actor, ParticipantId participant) {
        return participant.value().equals(actor.person());
    }

    private static String pageFor(Actor actor, ParticipantId participant) {
        return isOwn(actor, participant) ? "/mine" : "/participants/" + participant;
    }
}

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
import org.troth.command.participant.ClosureDesk.Closing;
import org.troth.command.participant.ClosureDesk.FollowUp;
import org.troth.command.participant.ClosureDesk.FollowUpOutcome;
import org.troth.events.ParticipantId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.participant.ParticipantEvent.ContactChannel;

/** The end of support, its beginning anew and the wish to be asked after it, as forms that show nothing of the record. */
@Controller
@RequestMapping("/participants/{id}")
class ClosureForms {

    private static final String KEY = "idempotencyKey";

    private static final List<Choice> CHANNELS = Choice.under("command.participant.channel.", ContactChannel.values());

    private final ClosureDesk desk;

    ClosureForms(ClosureDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/closure")
    ModelAndView newClosing(Actor actor, RequestId request, @PathVariable String id) {
        ParticipantId participant = named(id, ParticipantId::new);
        desk.mayOpenClosing(Asked.by(actor, request, null), participant);
        return closingForm(actor, participant, new Closing(null));
    }

    @PostMapping("/closure")
    ModelAndView close(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            Closing said) {
        ParticipantId participant = named(id, ParticipantId::new);
        return FormReply.to(
                done -> pageFor(actor, participant),
                closingForm(actor, participant, said),
                () -> desk.close(Asked.by(actor, request, key), participant, said));
    }

    private static ModelAndView closingForm(Actor actor, ParticipantId participant, Closing said) {
        return form("participant/closure", actor, participant)
                .addObject("own", isOwn(actor, participant))
                .addObject("said", said)
                .addObject("reasons", Choice.among(CodeList.ENDING));
    }

    @PostMapping("/reopening")
    ResponseEntity<Void> reopen(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id) {
        ParticipantId participant = named(id, ParticipantId::new);
        return Replies.seeOther(pageFor(actor, participant), desk.reopen(Asked.by(actor, request, key), participant));
    }

    @GetMapping("/follow-up")
    ModelAndView newFollowUp(Actor actor, RequestId request, @PathVariable String id) {
        ParticipantId participant = named(id, ParticipantId::new);
        desk.mayOpenFollowUp(Asked.by(actor, request, null), participant);
        return followUpForm(actor, participant, new FollowUp(null, null));
    }

    @PostMapping("/follow-up")
    ModelAndView chooseFollowUp(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            FollowUp said) {
        ParticipantId participant = named(id, ParticipantId::new);
        return FormReply.to(
                done -> pageFor(actor, participant),
                followUpForm(actor, participant, said),
                () -> desk.chooseFollowUp(Asked.by(actor, request, key), participant, said));
    }

    private static ModelAndView followUpForm(Actor actor, ParticipantId participant, FollowUp said) {
        return form("participant/follow-up", actor, participant)
                .addObject("said", said)
                .addObject("channels", CHANNELS);
    }

    @PostMapping("/follow-up/dropping")
    ResponseEntity<Void> dropFollowUp(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id) {
        ParticipantId participant = named(id, ParticipantId::new);
        return Replies.seeOther(
                pageFor(actor, participant), desk.dropFollowUp(Asked.by(actor, request, key), participant));
    }

    @GetMapping("/follow-up/outcome")
    ModelAndView newFollowUpOutcome(Actor actor, RequestId request, @PathVariable String id) {
        ParticipantId participant = named(id, ParticipantId::new);
        desk.mayOpenFollowUpOutcome(Asked.by(actor, request, null), participant);
        return outcomeForm(actor, participant, new FollowUpOutcome(null));
    }

    @PostMapping("/follow-up/outcome")
    ModelAndView noteFollowUp(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            FollowUpOutcome said) {
        ParticipantId participant = named(id, ParticipantId::new);
        return FormReply.to(
                done -> pageFor(actor, participant),
                outcomeForm(actor, participant, said),
                () -> desk.noteFollowUp(Asked.by(actor, request, key), participant, said));
    }

    private static ModelAndView outcomeForm(Actor actor, ParticipantId participant, FollowUpOutcome said) {
        return form("participant/follow-up-outcome", actor, participant)
                .addObject("said", said)
                .addObject("outcomes", Choice.among(CodeList.FOLLOW_UP));
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

package org.troth.command.participant;

import static org.troth.command.dispatch.Permits.named;

import java.util.List;
import org.jspecify.annotations.Nullable;
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
import org.troth.command.law.CodeList;
import org.troth.command.participant.TriageDesk.Assessment;
import org.troth.command.participant.TriageDesk.Waiting;
import org.troth.events.ParticipantId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.participant.ParticipantEvent.OtherSupport;
import org.troth.events.participant.ParticipantEvent.PowerImbalance;
import org.troth.events.participant.ParticipantEvent.Suitability;
import org.troth.events.participant.ParticipantEvent.Urgency;

/** What was weighed with somebody and how they wait, as forms that show nobody's words. */
@Controller
@RequestMapping("/participants/{id}")
class TriageForms {

    private static final String KEY = "idempotencyKey";

    private static final List<Choice> OUTCOMES = Choice.under("command.participant.outcome.", Suitability.values());

    private static final List<Choice> SUPPORT = Choice.under("command.participant.others.", OtherSupport.values());

    private static final List<Choice> IMBALANCE = Choice.under("command.participant.power.", PowerImbalance.values());

    private static final List<Choice> URGENCIES = Choice.under("command.participant.urgency.", Urgency.values());

    private final TriageDesk desk;

    TriageForms(TriageDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/assessment")
    ModelAndView newAssessment(Actor actor, RequestId request, @PathVariable String id) {
        ParticipantId participant = named(id, ParticipantId::new);
        desk.mayOpenForm(Asked.by(actor, request, null), "GET /participants/{id}/assessment", participant);
        return assessmentForm(participant, new Assessment(null, null, null, null));
    }

    @PostMapping("/assessment")
    ModelAndView assess(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            Assessment said) {
        ParticipantId participant = named(id, ParticipantId::new);
        return FormReply.to(
                done -> "/participants/" + participant,
                assessmentForm(participant, said),
                () -> desk.assess(Asked.by(actor, request, key), participant, said));
    }

    private static ModelAndView assessmentForm(ParticipantId participant, Assessment said) {
        return new ModelAndView("participant/assessment")
                .addObject("participant", participant)
                .addObject("said", said)
                .addObject("outcomes", OUTCOMES)
                .addObject("reasons", Choice.among(CodeList.SUITABILITY))
                .addObject("supports", SUPPORT)
                .addObject("imbalances", IMBALANCE);
    }

    @GetMapping("/waiting")
    ModelAndView newWaiting(Actor actor, RequestId request, @PathVariable String id) {
        ParticipantId participant = named(id, ParticipantId::new);
        desk.mayOpenForm(Asked.by(actor, request, null), "GET /participants/{id}/waiting", participant);
        return waitingForm(participant, new Waiting(null, null));
    }

    @PostMapping("/waiting")
    ModelAndView wait(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            Waiting said) {
        ParticipantId participant = named(id, ParticipantId::new);
        return FormReply.to(
                done -> "/participants/" + participant,
                waitingForm(participant, said),
                () -> desk.wait(Asked.by(actor, request, key), participant, said));
    }

    private static ModelAndView waitingForm(ParticipantId participant, Waiting said) {
        return new ModelAndView("participant/waiting")
                .addObject("participant", participant)
                .addObject("said", said)
                .addObject("urgencies", URGENCIES)
                .addObject("steps", Choice.among(CodeList.STEP));
    }
}

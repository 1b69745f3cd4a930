package org.troth.command.participant;

import static org.troth.command.dispatch.Permits.named;

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
import org.troth.command.participant.AvailabilityDesk.Availability;
import org.troth.events.ParticipantId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;

/** When a participant has time, as a form. It shows nothing of the record. */
@Controller
@RequestMapping("/participants/{id}/availability")
class AvailabilityForms {

    private static final String KEY = "idempotencyKey";

    private final AvailabilityDesk desk;

    AvailabilityForms(AvailabilityDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    ModelAndView ask(Actor actor, RequestId request, @PathVariable String id) {
        ParticipantId participant = named(id, ParticipantId::new);
        desk.mayOpenForm(Asked.by(actor, request, null), participant);
        return form(actor, participant, new Availability(null));
    }

    @PostMapping
    ModelAndView state(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            Availability said) {
        ParticipantId participant = named(id, ParticipantId::new);
        return FormReply.to(
                done -> pageFor(actor, participant),
                form(actor, participant, said),
                () -> desk.state(
                        Asked.by(actor, request, key), participant, new Availability(FormReply.listed(said.times()))));
    }

    private static ModelAndView form(Actor actor, ParticipantId participant, Availability said) {
        return new ModelAndView("participant/availability")
                .addObject("participant", participant)
                .addObject("back", pageFor(actor, participant))
                .addObject("own", participant.value().equals(actor.person()))
                .addObject("times", Choice.among(CodeList.TIMES))
                .addObject("ticked", FormReply.listed(said.times()));
    }

    private static String pageFor(Actor actor, ParticipantId participant) {
        return participant.value().equals(actor.person()) ? "/mine" : "/participants/" + participant;
    }
}

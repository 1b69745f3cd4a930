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
import org.troth.command.dispatch.OfferedCodes;
import org.troth.command.law.CodeList;
import org.troth.command.participant.CorrectionDesk.Correction;
import org.troth.events.ParticipantId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.programme.ProgrammeEvent.ProgrammeList;

/** What was taken down of somebody is put right, as a form that shows nothing of it. */
@Controller
@RequestMapping("/participants/{id}/correction")
class CorrectionForms {

    private static final String KEY = "idempotencyKey";

    private final CorrectionDesk desk;
    private final OfferedCodes offered;

    CorrectionForms(CorrectionDesk desk, OfferedCodes offered) {
        this.desk = desk;
        this.offered = offered;
    }

    @GetMapping
    ModelAndView form(Actor actor, RequestId request, @PathVariable String id) {
        ParticipantId participant = named(id, ParticipantId::new);
        desk.mayOpen(Asked.by(actor, request, null), participant);
        return form(actor, participant, Correction.NOTHING);
    }

    @PostMapping
    ModelAndView correct(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            Correction said) {
        ParticipantId participant = named(id, ParticipantId::new);
        Correction listed = new Correction(
                said.reason(),
                said.name(),
                said.matter(),
                said.language(),
                said.needsAnew(),
                FormReply.listed(said.needs()),
                said.classesAnew(),
                FormReply.listed(said.classes()),
                said.languagesAnew(),
                FormReply.listed(said.otherLanguages()),
                said.accessAnew(),
                said.interpreter(),
                FormReply.listed(said.access()),
                said.note(),
                said.noteTaken());
        return FormReply.to(
                done -> "/participants/" + participant + "/versions",
                form(actor, participant, listed),
                () -> desk.correct(Asked.by(actor, request, key), participant, listed));
    }

    private ModelAndView form(Actor actor, ParticipantId participant, Correction said) {
        List<String> needs = said.needs();
        return new ModelAndView("correction/new")
                .addObject("participant", participant)
                .addObject("coordinator", actor.is(Role.COORDINATOR))
                .addObject("said", said)
                .addObject("reasons", Choice.among(CodeList.INTAKE_CORRECTION))
                .addObject("matters", offered.choices(ProgrammeList.MATTER))
                .addObject("languages", Choice.languages())
                .addObject("needs", ParticipantForms.NEEDS)
                .addObject("ticked", needs == null ? List.of() : needs)
                .addObject("classes", offered.choices(ProgrammeList.PARTICIPANT_CLASS))
                .addObject("tickedClasses", FormReply.listed(said.classes()))
                .addObject("otherLanguages", String.join(", ", FormReply.listed(said.otherLanguages())))
                .addObject("accesses", Choice.among(CodeList.ACCESS))
                .addObject("tickedAccess", FormReply.listed(said.access()));
    }
}

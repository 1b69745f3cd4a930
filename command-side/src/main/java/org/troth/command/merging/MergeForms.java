package org.troth.command.merging;

import static org.troth.command.dispatch.Permits.named;

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
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Replies;
import org.troth.command.law.CodeList;
import org.troth.command.merging.MergeRequest.Merging;
import org.troth.command.merging.MergeRequest.Shown;
import org.troth.events.ParticipantId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;

/** What can be done about two records, as buttons on the page that shows them beside each other. */
@Controller
@RequestMapping("/merges")
class MergeForms {

    private static final String KEY = "idempotencyKey";

    private final MergeDesk desk;

    MergeForms(MergeDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/reason")
    ModelAndView reason(Actor actor, RequestId request, Merging said) {
        desk.mayPropose(Asked.by(actor, request, null), "GET /merges/reason", said);
        return form(said);
    }

    @PostMapping
    ModelAndView propose(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            Merging said) {
        Asked asked = Asked.by(actor, request, key);
        desk.mayPropose(asked, "POST /merges", said);
        return FormReply.to(outcome -> "/merges/" + outcome.answer(), form(said), () -> desk.propose(asked, said));
    }

    @GetMapping("/{kept}/code")
    ModelAndView code(Actor actor, RequestId request, @PathVariable String kept) {
        ParticipantId participant = named(kept, ParticipantId::new);
        desk.mayJoin(Asked.by(actor, request, null), "GET /merges/{kept}/code", participant);
        return codeForm(participant);
    }

    /** What was typed is not shown again: it is a code. */
    @PostMapping("/{kept}/code")
    ModelAndView joinByCode(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String kept,
            Shown said) {
        Asked asked = Asked.by(actor, request, key);
        ParticipantId participant = named(kept, ParticipantId::new);
        return FormReply.to(
                outcome -> "/merges/" + outcome.answer(),
                codeForm(participant),
                () -> desk.joinByCode(asked, participant, said));
    }

    private static ModelAndView codeForm(ParticipantId participant) {
        return new ModelAndView("merging/code")
                .addObject("participant", participant.value())
                .addObject("back", "/participants/" + participant);
    }

    @PostMapping("/{kept}/{merged}/confirmation")
    ResponseEntity<Void> confirm(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String kept,
            @PathVariable String merged) {
        return page(desk.confirm(
                Asked.by(actor, request, key), named(kept, ParticipantId::new), named(merged, ParticipantId::new)));
    }

    @PostMapping("/{kept}/{merged}/refusal")
    ResponseEntity<Void> drop(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String kept,
            @PathVariable String merged) {
        return page(desk.drop(
                Asked.by(actor, request, key), named(kept, ParticipantId::new), named(merged, ParticipantId::new)));
    }

    @PostMapping("/{kept}/{merged}/undoing")
    ResponseEntity<Void> undo(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String kept,
            @PathVariable String merged) {
        return page(desk.undo(
                Asked.by(actor, request, key), named(kept, ParticipantId::new), named(merged, ParticipantId::new)));
    }

    private static ModelAndView form(Merging said) {
        return new ModelAndView("merging/reason")
                .addObject("said", said)
                .addObject("grounds", Choice.among(CodeList.MERGE_GROUND))
                .addObject("back", "/merges/" + said.kept() + "/" + said.merged());
    }

    /** The two beside each other, as they stand now. */
    private static ResponseEntity<Void> page(Outcome outcome) {
        return Replies.seeOther("/merges/" + outcome.answer(), outcome);
    }
}

package org.troth.command.conflict;

import static org.troth.command.dispatch.Permits.named;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.troth.command.conflict.ConflictDesk.Whose;
import org.troth.command.conflict.ConflictRequest.Statement;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Choice;
import org.troth.command.dispatch.FormReply;
import org.troth.command.dispatch.Replies;
import org.troth.events.Side;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.conflict.ConflictEvent.Relation;

/** A name for a list, as a form that shows nothing of the list. */
@Controller
@RequestMapping("/conflicts")
class ConflictForms {

    private static final String KEY = "idempotencyKey";

    private static final List<Choice> RELATIONS = Choice.under("command.conflict.relation.", Relation.values());

    private final ConflictDesk desk;

    ConflictForms(ConflictDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/new")
    ModelAndView newName(Actor actor, RequestId request, Statement said) {
        Statement nothing = new Statement(said.participant(), said.volunteer(), null, null);
        Whose whose = desk.mayWrite(Asked.by(actor, request, null), "GET /conflicts/new", nothing);
        return form(actor, whose, nothing);
    }

    @PostMapping
    ModelAndView state(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            Statement said) {
        Asked asked = Asked.by(actor, request, key);
        Whose whose = desk.mayWrite(asked, "POST /conflicts", said);
        return FormReply.to(done -> page(actor, whose), form(actor, whose, said), () -> desk.state(asked, said));
    }

    private static ModelAndView form(Actor actor, Whose whose, Statement said) {
        return new ModelAndView("conflict/name")
                .addObject("said", said)
                .addObject("own", isOwn(actor, whose))
                .addObject("relations", RELATIONS)
                .addObject("back", page(actor, whose));
    }

    @PostMapping("/{entry}/withdrawal")
    ResponseEntity<Void> takeBack(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String entry) {
        return Replies.seeOther(
                "/conflicts", desk.takeBack(Asked.by(actor, request, key), named(entry, Function.identity())));
    }

    private static boolean isOwn(Actor actor, Whose whose) {
        return whose.person().equals(actor.person());
    }

    /** People go back to their list, coordinators to the page of whom they wrote for. */
    private static String page(Actor actor, Whose whose) {
        if (isOwn(actor, whose)) {
            return "/conflicts";
        }
        return (whose.side() == Side.PARTICIPANT ? "/participants/" : "/volunteers/") + whose.person();
    }
}

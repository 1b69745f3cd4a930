package org.troth.command.boundary;

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
import org.troth.command.boundary.BoundaryRequest.BoundaryEdit;
import org.troth.command.boundary.BoundaryRequest.BoundarySide;
import org.troth.command.boundary.BoundaryRequest.NewBoundary;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Choice;
import org.troth.command.dispatch.FormReply;
import org.troth.command.dispatch.Replies;
import org.troth.events.BoundaryId;
import org.troth.events.MatchId;
import org.troth.events.Side;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.boundary.BoundaryEvent.BoundarySet;
import org.troth.events.boundary.BoundaryEvent.Topic;
import org.troth.events.disclosure.PurposeOfUse;

/** What can be done about boundaries, as forms; No is one button. The forms themselves show nobody's words. */
@Controller
@RequestMapping("/boundaries")
class BoundaryForms {

    private static final String KEY = "idempotencyKey";

    private static final List<Choice> TOPICS = Choice.under("command.boundary.topic.", Topic.values());
    private static final List<Choice> SIDES = Choice.under("command.boundary.side.", Side.values());

    private final BoundaryDesk desk;

    BoundaryForms(BoundaryDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/new")
    ModelAndView newBoundary(Actor actor, RequestId request, @RequestParam String match) {
        desk.mayOpenForm(Asked.by(actor, request, null), "GET /boundaries/new", named(match, MatchId::new));
        return newForm(actor, new NewBoundary(match, null, null, null));
    }

    @PostMapping
    ModelAndView set(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            NewBoundary said) {
        return FormReply.to(
                done -> page(actor, "/boundaries/" + done.answer()),
                newForm(actor, said),
                () -> desk.set(Asked.by(actor, request, key), said));
    }

    private static ModelAndView newForm(Actor actor, NewBoundary said) {
        return new ModelAndView("boundary/new")
                .addObject("said", said)
                .addObject("back", page(actor, "/matches/" + said.match()))
                .addObject("coordinator", actor.is(Role.COORDINATOR))
                .addObject("sides", SIDES)
                .addObject("topics", TOPICS);
    }

    @GetMapping("/{id}/change")
    ModelAndView newChange(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable String id) {
        BoundaryId boundary = named(id, BoundaryId::new);
        BoundarySet set =
                desk.mayOpenForm(Asked.by(actor, request, null), purpose, "GET /boundaries/{id}/change", boundary);
        return changeForm(
                actor, boundary, new BoundaryEdit(set.by().name(), set.topic().name(), null));
    }

    @PostMapping("/{id}/change")
    ModelAndView change(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            BoundaryEdit said) {
        BoundaryId boundary = named(id, BoundaryId::new);
        return FormReply.to(
                done -> page(actor, "/boundaries/" + boundary),
                changeForm(actor, boundary, said),
                () -> desk.change(Asked.by(actor, request, key), boundary, said));
    }

    private static ModelAndView changeForm(Actor actor, BoundaryId boundary, BoundaryEdit said) {
        return new ModelAndView("boundary/change")
                .addObject("boundary", boundary)
                .addObject("back", page(actor, "/boundaries/" + boundary))
                .addObject("said", said)
                .addObject("coordinator", actor.is(Role.COORDINATOR))
                .addObject("topics", TOPICS);
    }

    @PostMapping("/{id}/no")
    ResponseEntity<Void> sayNo(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            BoundarySide said) {
        BoundaryId boundary = named(id, BoundaryId::new);
        return Replies.seeOther(
                page(actor, "/boundaries/" + boundary), desk.sayNo(Asked.by(actor, request, key), boundary, said));
    }

    @PostMapping("/{id}/lifting")
    ResponseEntity<Void> lift(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            BoundarySide said) {
        BoundaryId boundary = named(id, BoundaryId::new);
        return Replies.seeOther(
                page(actor, "/boundaries/" + boundary), desk.lift(Asked.by(actor, request, key), boundary, said));
    }

    /** The two themselves go back to their own page. */
    private static String page(Actor actor, String coordinators) {
        if (actor.is(Role.COORDINATOR)) {
            return coordinators;
        }
        return actor.is(Role.VOLUNTEER) ? "/walks" : "/mine";
    }
}

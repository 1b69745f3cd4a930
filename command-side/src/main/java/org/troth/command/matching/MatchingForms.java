package org.troth.command.matching;

import static org.troth.command.dispatch.Permits.named;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.FormReply;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Replies;
import org.troth.command.matching.MatchingRequest.MatchAsking;
import org.troth.command.matching.MatchingRequest.MatchEnding;
import org.troth.command.matching.MatchingRequest.MatchSide;
import org.troth.command.matching.MatchingRequest.Proposal;
import org.troth.events.MatchId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;

/** What can be done about a match, as buttons and lists on the pages that show it. */
@Controller
@RequestMapping("/matches")
class MatchingForms {

    private static final String KEY = "idempotencyKey";

    private final MatchDesk desk;

    MatchingForms(MatchDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    ResponseEntity<Void> request(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            MatchAsking said) {
        Outcome outcome = desk.request(Asked.by(actor, request, key), said);
        return Replies.seeOther(page(actor, MatchId.of(outcome.answer())), outcome);
    }

    @PostMapping("/{id}/proposal")
    ResponseEntity<Void> propose(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            Proposal said) {
        MatchId match = named(id, MatchId::new);
        return Replies.seeOther(
                page(actor, match),
                desk.propose(
                        Asked.by(actor, request, key),
                        match,
                        new Proposal(said.volunteer(), FormReply.listed(said.reasons()))));
    }

    @PostMapping("/{id}/acceptance")
    ResponseEntity<Void> accept(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            MatchSide said) {
        MatchId match = named(id, MatchId::new);
        return Replies.seeOther(page(actor, match), desk.accept(Asked.by(actor, request, key), match, said));
    }

    @PostMapping("/{id}/declining")
    ResponseEntity<Void> decline(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            MatchSide said) {
        MatchId match = named(id, MatchId::new);
        return Replies.seeOther(page(actor, match), desk.decline(Asked.by(actor, request, key), match, said));
    }

    @PostMapping("/{id}/change")
    ResponseEntity<Void> askForChange(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            MatchSide said) {
        MatchId match = named(id, MatchId::new);
        return Replies.seeOther(page(actor, match), desk.askForChange(Asked.by(actor, request, key), match, said));
    }

    @PostMapping("/{id}/no")
    ResponseEntity<Void> sayNo(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            MatchSide said) {
        MatchId match = named(id, MatchId::new);
        return Replies.seeOther(page(actor, match), desk.sayNo(Asked.by(actor, request, key), match, said));
    }

    @PostMapping("/{id}/end")
    ResponseEntity<Void> end(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            MatchEnding said) {
        MatchId match = named(id, MatchId::new);
        return Replies.seeOther(page(actor, match), desk.end(Asked.by(actor, request, key), match, said));
    }

    @PostMapping("/{id}/closing")
    ResponseEntity<Void> close(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id) {
        MatchId match = named(id, MatchId::new);
        return Replies.seeOther(page(actor, match), desk.close(Asked.by(actor, request, key), match));
    }

    /** The two themselves go back to their own page; coordinators to the match's, the second contact to what is left. */
    private static String page(Actor actor, MatchId match) {
        if (actor.is(Role.COORDINATOR)) {
            return "/matches/" + match;
        }
        if (actor.is(Role.SECOND_CONTACT)) {
            return "/changes";
        }
        return actor.is(Role.VOLUNTEER) ? "/walks" : "/mine";
    }
}

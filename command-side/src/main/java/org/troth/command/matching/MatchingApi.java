package org.troth.command.matching;

import static org.troth.command.dispatch.Permits.named;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Replies;
import org.troth.command.dispatch.Replies.Done;
import org.troth.command.matching.MatchingRequest.MatchAsking;
import org.troth.command.matching.MatchingRequest.MatchEnding;
import org.troth.command.matching.MatchingRequest.MatchSide;
import org.troth.command.matching.MatchingRequest.Proposal;
import org.troth.events.MatchId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;

/** What can be done about a match, as JSON: one POST per intention, and none that refuses a change. */
@RestController
@RequestMapping("/api/v1/matches")
class MatchingApi {

    private static final String KEY = "Idempotency-Key";

    private final MatchDesk desk;

    MatchingApi(MatchDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Done> request(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody MatchAsking body) {
        return Replies.created("/api/v1/matches", desk.request(Asked.by(actor, request, key), body));
    }

    @PostMapping("/{id}/proposal")
    ResponseEntity<Done> propose(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody Proposal body) {
        return Replies.done(desk.propose(Asked.by(actor, request, key), named(id, MatchId::new), body));
    }

    @PostMapping("/{id}/acceptance")
    ResponseEntity<Done> accept(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable MatchSide body) {
        return Replies.done(
                desk.accept(Asked.by(actor, request, key), named(id, MatchId::new), MatchSide.orNone(body)));
    }

    @PostMapping("/{id}/declining")
    ResponseEntity<Done> decline(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable MatchSide body) {
        return Replies.done(
                desk.decline(Asked.by(actor, request, key), named(id, MatchId::new), MatchSide.orNone(body)));
    }

    @PostMapping("/{id}/change")
    ResponseEntity<Done> askForChange(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable MatchSide body) {
        return Replies.done(
                desk.askForChange(Asked.by(actor, request, key), named(id, MatchId::new), MatchSide.orNone(body)));
    }

    @PostMapping("/{id}/no")
    ResponseEntity<Done> sayNo(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable MatchSide body) {
        return Replies.done(desk.sayNo(Asked.by(actor, request, key), named(id, MatchId::new), MatchSide.orNone(body)));
    }

    @PostMapping("/{id}/end")
    ResponseEntity<Done> end(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody MatchEnding body) {
        return Replies.done(desk.end(Asked.by(actor, request, key), named(id, MatchId::new), body));
    }

    @PostMapping("/{id}/closing")
    ResponseEntity<Done> close(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id) {
        return Replies.done(desk.close(Asked.by(actor, request, key), named(id, MatchId::new)));
    }
}

package org.troth.command.presence;

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
import org.troth.command.presence.PresenceRequest.NewPresence;
import org.troth.events.PresenceId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;

/** What can be done about the presence of others at a meeting, as JSON: one POST per intention. */
@RestController
@RequestMapping("/api/v1/presences")
class PresenceApi {

    private static final String KEY = "Idempotency-Key";

    private final PresenceDesk desk;

    PresenceApi(PresenceDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Done> askPresence(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody NewPresence body) {
        return Replies.created("/api/v1/presences", desk.ask(Asked.by(actor, request, key), body));
    }

    @PostMapping("/{id}/agreement")
    ResponseEntity<Done> agreeToPresence(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id) {
        return Replies.done(desk.agree(Asked.by(actor, request, key), named(id, PresenceId::new)));
    }

    @PostMapping("/{id}/no")
    ResponseEntity<Done> declinePresence(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id) {
        return Replies.done(desk.decline(Asked.by(actor, request, key), named(id, PresenceId::new)));
    }
}

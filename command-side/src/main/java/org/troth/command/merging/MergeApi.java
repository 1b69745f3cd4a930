package org.troth.command.merging;

import static org.troth.command.dispatch.Permits.named;

import java.net.URI;
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
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Replies;
import org.troth.command.dispatch.Replies.Done;
import org.troth.command.merging.MergeRequest.Merging;
import org.troth.command.merging.MergeRequest.Shown;
import org.troth.events.ParticipantId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;

/** The same as JSON: one POST per intention. */
@RestController
@RequestMapping("/api/v1/merges")
class MergeApi {

    private static final String KEY = "Idempotency-Key";

    private final MergeDesk desk;

    MergeApi(MergeDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Done> propose(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody Merging body) {
        return created(desk.propose(Asked.by(actor, request, key), body));
    }

    private static ResponseEntity<Done> created(Outcome outcome) {
        return ResponseEntity.created(URI.create("/api/v1/merges/" + outcome.answer()))
                .body(new Done(null, outcome.position()));
    }

    @PostMapping("/{kept}/code")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Done> joinByCode(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String kept,
            @RequestBody Shown body) {
        return created(desk.joinByCode(Asked.by(actor, request, key), named(kept, ParticipantId::new), body));
    }

    @PostMapping("/{kept}/{merged}/confirmation")
    ResponseEntity<Done> confirm(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String kept,
            @PathVariable String merged) {
        return Replies.done(desk.confirm(
                Asked.by(actor, request, key), named(kept, ParticipantId::new), named(merged, ParticipantId::new)));
    }

    @PostMapping("/{kept}/{merged}/refusal")
    ResponseEntity<Done> drop(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String kept,
            @PathVariable String merged) {
        return Replies.done(desk.drop(
                Asked.by(actor, request, key), named(kept, ParticipantId::new), named(merged, ParticipantId::new)));
    }

    @PostMapping("/{kept}/{merged}/undoing")
    ResponseEntity<Done> undo(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String kept,
            @PathVariable String merged) {
        return Replies.done(desk.undo(
                Asked.by(actor, request, key), named(kept, ParticipantId::new), named(merged, ParticipantId::new)));
    }
}

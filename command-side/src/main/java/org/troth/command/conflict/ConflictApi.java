package org.troth.command.conflict;

import static org.troth.command.dispatch.Permits.named;

import java.net.URI;
import java.util.function.Function;
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
import org.troth.command.conflict.ConflictRequest.Statement;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Replies;
import org.troth.command.dispatch.Replies.Done;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;

/** The same as JSON: one POST per intention. */
@RestController
@RequestMapping("/api/v1/conflicts")
class ConflictApi {

    private static final String KEY = "Idempotency-Key";

    private final ConflictDesk desk;

    ConflictApi(ConflictDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Done> state(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody Statement body) {
        Outcome outcome = desk.state(Asked.by(actor, request, key), body);
        return ResponseEntity.created(URI.create("/api/v1/conflicts"))
                .body(new Done(outcome.answer(), outcome.position()));
    }

    @PostMapping("/{entry}/withdrawal")
    ResponseEntity<Done> takeBack(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String entry) {
        return Replies.done(desk.takeBack(Asked.by(actor, request, key), named(entry, Function.identity())));
    }
}

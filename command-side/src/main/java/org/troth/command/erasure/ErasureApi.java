package org.troth.command.erasure;

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
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Replies;
import org.troth.command.dispatch.Replies.Done;
import org.troth.command.erasure.ErasureRequest.Forgetting;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;

/** The same as JSON: one POST per intention. */
@RestController
@RequestMapping("/api/v1/erasures")
class ErasureApi {

    private static final String KEY = "Idempotency-Key";

    private final ErasureDesk desk;

    ErasureApi(ErasureDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Done> ask(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody(required = false) @Nullable Forgetting body) {
        Outcome outcome = desk.ask(Asked.by(actor, request, key), Forgetting.orOwn(body));
        return ResponseEntity.created(URI.create("/api/v1/erasures/mine"))
                .body(new Done(outcome.answer(), outcome.position()));
    }

    @PostMapping("/{erasure}/withdrawal")
    ResponseEntity<Done> takeBack(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String erasure) {
        return Replies.done(desk.takeBack(Asked.by(actor, request, key), named(erasure, Function.identity())));
    }
}

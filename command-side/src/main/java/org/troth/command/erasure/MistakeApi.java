package org.troth.command.erasure;

import static org.troth.command.dispatch.Permits.named;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Replies;
import org.troth.command.dispatch.Replies.Done;
import org.troth.command.erasure.ErasureRequest.Mistake;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;

/** The same as JSON. */
@RestController
@RequestMapping("/api/v1/erasures")
class MistakeApi {

    private static final String KEY = "Idempotency-Key";

    private final MistakeDesk desk;

    MistakeApi(MistakeDesk desk) {
        this.desk = desk;
    }

    /** What a colleague noted by mistake waits no more; what somebody asked themselves stays. */
    @PostMapping("/{erasure}/mistake")
    ResponseEntity<Done> takeAway(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String erasure,
            @RequestBody Mistake body) {
        return Replies.done(desk.takeAway(Asked.by(actor, request, key), named(erasure, Function.identity()), body));
    }
}

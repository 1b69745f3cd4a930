package org.troth.command.matching;

import static org.troth.command.dispatch.Permits.named;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Replies;
import org.troth.command.dispatch.Replies.Done;
import org.troth.events.MatchId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;

/** The same as JSON. */
@RestController
@RequestMapping("/api/v1/matches/{id}/second-contact")
class SecondContactApi {

    private static final String KEY = "Idempotency-Key";

    private final SecondContactDesk desk;

    SecondContactApi(SecondContactDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    ResponseEntity<Done> askSecondContact(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id) {
        return Replies.done(desk.ask(Asked.by(actor, request, key), named(id, MatchId::new)));
    }
}

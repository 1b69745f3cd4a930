package org.troth.command.participant;

import static org.troth.command.dispatch.Permits.named;

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
import org.troth.command.participant.TriageDesk.Assessment;
import org.troth.command.participant.TriageDesk.Waiting;
import org.troth.events.ParticipantId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;

/** What was weighed with somebody and how they wait, as JSON. */
@RestController
@RequestMapping("/api/v1/participants/{id}")
class TriageApi {

    private static final String KEY = "Idempotency-Key";

    private final TriageDesk desk;

    TriageApi(TriageDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/assessment")
    ResponseEntity<Done> assess(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody Assessment body) {
        return Replies.done(desk.assess(Asked.by(actor, request, key), named(id, ParticipantId::new), body));
    }

    @PostMapping("/waiting")
    ResponseEntity<Done> wait(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody Waiting body) {
        return Replies.done(desk.wait(Asked.by(actor, request, key), named(id, ParticipantId::new), body));
    }
}

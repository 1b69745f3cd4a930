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
import org.troth.command.participant.CorrectionDesk.Correction;
import org.troth.events.ParticipantId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;

/** What was taken down of somebody is put right, as JSON. */
@RestController
@RequestMapping("/api/v1/participants/{id}/correction")
class CorrectionApi {

    private static final String KEY = "Idempotency-Key";

    private final CorrectionDesk desk;

    CorrectionApi(CorrectionDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    ResponseEntity<Done> correct(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody Correction body) {
        return Replies.done(desk.correct(Asked.by(actor, request, key), named(id, ParticipantId::new), body));
    }
}

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
import org.troth.command.participant.AvailabilityDesk.Availability;
import org.troth.events.ParticipantId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;

/** The same as JSON. */
@RestController
@RequestMapping("/api/v1/participants/{id}/availability")
class AvailabilityApi {

    private static final String KEY = "Idempotency-Key";

    private final AvailabilityDesk desk;

    AvailabilityApi(AvailabilityDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    ResponseEntity<Done> stateAvailability(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Availability body) {
        return Replies.done(
                desk.state(Asked.by(actor, request, key), named(id, ParticipantId::new), Availability.orNone(body)));
    }
}

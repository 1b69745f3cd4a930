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
import org.troth.command.participant.BesideDesk.FirstTelling;
import org.troth.command.participant.BesideDesk.OtherPerson;
import org.troth.events.ParticipantId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;

/** What was told for the first time and who is named beside a participant, as JSON. */
@RestController
@RequestMapping("/api/v1/participants/{id}")
class BesideApi {

    private static final String KEY = "Idempotency-Key";

    private final BesideDesk desk;

    BesideApi(BesideDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/first-tellings")
    ResponseEntity<Done> noteFirstTelling(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody FirstTelling body) {
        return Replies.done(desk.noteFirstTelling(Asked.by(actor, request, key), named(id, ParticipantId::new), body));
    }

    @PostMapping("/first-tellings/{number}/step")
    ResponseEntity<Done> takeFirstStep(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String number) {
        return Replies.done(desk.takeFirstStep(Asked.by(actor, request, key), named(id, ParticipantId::new), number));
    }

    @PostMapping("/others")
    ResponseEntity<Done> nameOther(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody OtherPerson body) {
        return Replies.done(desk.name(Asked.by(actor, request, key), named(id, ParticipantId::new), body));
    }

    @PostMapping("/others/{number}/removal")
    ResponseEntity<Done> takeOtherOut(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String number) {
        return Replies.done(desk.takeOut(Asked.by(actor, request, key), named(id, ParticipantId::new), number));
    }
}

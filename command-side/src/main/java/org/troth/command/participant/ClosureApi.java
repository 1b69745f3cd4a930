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
import org.troth.command.participant.ClosureDesk.Closing;
import org.troth.command.participant.ClosureDesk.FollowUp;
import org.troth.command.participant.ClosureDesk.FollowUpOutcome;
import org.troth.events.ParticipantId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;

/** The end of support, its beginning anew and the wish to be asked after it, as JSON. */
@RestController
@RequestMapping("/api/v1/participants/{id}")
class ClosureApi {

    private static final String KEY = "Idempotency-Key";

    private final ClosureDesk desk;

    ClosureApi(ClosureDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/closure")
    ResponseEntity<Done> closeCase(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Closing body) {
        return Replies.done(
                desk.close(Asked.by(actor, request, key), named(id, ParticipantId::new), Closing.orNone(body)));
    }

    @PostMapping("/reopening")
    ResponseEntity<Done> reopenCase(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id) {
        return Replies.done(desk.reopen(Asked.by(actor, request, key), named(id, ParticipantId::new)));
    }

    @PostMapping("/follow-up")
    ResponseEntity<Done> chooseFollowUp(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody FollowUp body) {
        return Replies.done(desk.chooseFollowUp(Asked.by(actor, request, key), named(id, ParticipantId::new), body));
    }

    @PostMapping("/follow-up/dropping")
    ResponseEntity<Done> dropFollowUp(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id) {
        return Replies.done(desk.dropFollowUp(Asked.by(actor, request, key), named(id, ParticipantId::new)));
    }

    @PostMapping("/follow-up/outcome")
    ResponseEntity<Done> noteFollowUp(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody FollowUpOutcome body) {
        return Replies.done(desk.noteFollowUp(Asked.by(actor, request, key), named(id, ParticipantId::new), body));
    }
}

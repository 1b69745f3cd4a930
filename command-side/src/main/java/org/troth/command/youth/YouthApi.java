package org.troth.command.youth;

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
import org.troth.command.youth.YouthRequest.Alone;
import org.troth.command.youth.YouthRequest.GuardianCheck;
import org.troth.command.youth.YouthRequest.GuardianNo;
import org.troth.command.youth.YouthRequest.GuardianYes;
import org.troth.command.youth.YouthRequest.Minority;
import org.troth.events.ParticipantId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;

/** The same as JSON: one POST per intention. */
@RestController
@RequestMapping("/api/v1/youth/{participant}")
class YouthApi {

    private static final String KEY = "Idempotency-Key";

    private final YouthDesk desk;
    private final GuardianDesk guardians;

    YouthApi(YouthDesk desk, GuardianDesk guardians) {
        this.desk = desk;
        this.guardians = guardians;
    }

    @PostMapping("/age")
    ResponseEntity<Done> note(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String participant,
            @RequestBody Minority body) {
        return Replies.done(desk.note(Asked.by(actor, request, key), named(participant, ParticipantId::new), body));
    }

    /** It was noted by mistake. */
    @PostMapping("/age/removal")
    ResponseEntity<Done> takeBack(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String participant) {
        return Replies.done(desk.takeBack(Asked.by(actor, request, key), named(participant, ParticipantId::new)));
    }

    @PostMapping("/guardians")
    ResponseEntity<Done> recognise(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String participant,
            @RequestBody GuardianCheck body) {
        return Replies.done(
                desk.recognise(Asked.by(actor, request, key), named(participant, ParticipantId::new), body));
    }

    @PostMapping("/guardians/{number}/ending")
    ResponseEntity<Done> endStanding(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String participant,
            @PathVariable String number) {
        return Replies.done(
                desk.endStanding(Asked.by(actor, request, key), named(participant, ParticipantId::new), number));
    }

    @PostMapping("/alone")
    ResponseEntity<Done> beginAlone(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String participant,
            @RequestBody Alone body) {
        return Replies.done(
                desk.beginAlone(Asked.by(actor, request, key), named(participant, ParticipantId::new), body));
    }

    @PostMapping("/alone/ending")
    ResponseEntity<Done> endAlone(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String participant) {
        return Replies.done(desk.endAlone(Asked.by(actor, request, key), named(participant, ParticipantId::new)));
    }

    /** Counts only beside the young person's own yes, which comes first. */
    @PostMapping("/agreements")
    ResponseEntity<Done> agree(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String participant,
            @RequestBody GuardianYes body) {
        return Replies.done(
                guardians.agree(Asked.by(actor, request, key), named(participant, ParticipantId::new), body));
    }

    /** A no, or a yes that is taken back. */
    @PostMapping("/objections")
    ResponseEntity<Done> object(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String participant,
            @RequestBody GuardianNo body) {
        return Replies.done(
                guardians.object(Asked.by(actor, request, key), named(participant, ParticipantId::new), body));
    }
}

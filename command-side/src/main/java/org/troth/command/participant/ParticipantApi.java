package org.troth.command.participant;

import static org.troth.command.dispatch.Permits.named;

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
import org.troth.command.dispatch.Replies;
import org.troth.command.dispatch.Replies.Done;
import org.troth.command.participant.EnquirerRequest.Code;
import org.troth.command.participant.ParticipantRequest.Enquiry;
import org.troth.command.participant.ParticipantRequest.EnquiryAnswer;
import org.troth.command.participant.ParticipantRequest.EnquiryClosing;
import org.troth.command.participant.ParticipantRequest.Intake;
import org.troth.command.participant.ParticipantRequest.SafeContact;
import org.troth.events.ParticipantId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.disclosure.PurposeOfUse;

/** What can be done about a participant, as JSON: one POST per intention. */
@RestController
@RequestMapping("/api/v1/participants")
class ParticipantApi {

    private static final String KEY = "Idempotency-Key";

    private final ParticipantDesk desk;

    ParticipantApi(ParticipantDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Done> enquire(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody Enquiry body) {
        return Replies.created("/api/v1/participants", desk.enquire(Asked.by(actor, request, key), body));
    }

    /** The enquiry of a code that somebody told. */
    record Found(String id) {}

    @PostMapping("/code")
    Found find(Actor actor, PurposeOfUse purpose, RequestId request, @RequestBody Code body) {
        return new Found(
                desk.find(Asked.by(actor, request, null), purpose, body).toString());
    }

    @PostMapping("/{id}/answers")
    ResponseEntity<Done> answer(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody EnquiryAnswer body) {
        return Replies.done(desk.answer(Asked.by(actor, request, key), named(id, ParticipantId::new), body));
    }

    @PostMapping("/{id}/intake")
    ResponseEntity<Done> takeIn(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody Intake body) {
        return Replies.done(desk.takeIn(Asked.by(actor, request, key), named(id, ParticipantId::new), body));
    }

    @PostMapping("/{id}/enrolment")
    ResponseEntity<Done> enrol(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id) {
        return Replies.done(desk.enrol(Asked.by(actor, request, key), named(id, ParticipantId::new)));
    }

    @PostMapping("/{id}/closing")
    ResponseEntity<Done> close(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody EnquiryClosing body) {
        return Replies.done(desk.close(Asked.by(actor, request, key), named(id, ParticipantId::new), body));
    }

    @PostMapping("/{id}/contacts")
    ResponseEntity<Done> chooseContact(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody SafeContact body) {
        return Replies.done(desk.chooseContact(Asked.by(actor, request, key), named(id, ParticipantId::new), body));
    }

    @PostMapping("/{id}/contacts/{channel}/unsafe")
    ResponseEntity<Done> markUnsafe(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String channel) {
        return Replies.done(desk.markUnsafe(Asked.by(actor, request, key), named(id, ParticipantId::new), channel));
    }
}

package org.troth.command.consent;

import static org.troth.command.dispatch.Permits.named;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.troth.command.consent.ConsentRequest.ConsentConversation;
import org.troth.command.consent.ConsentRequest.ConsentQuestion;
import org.troth.command.consent.ConsentRequest.ConsentRenewal;
import org.troth.command.consent.ConsentRequest.TextToRead;
import org.troth.command.consent.ConsentRequest.UnderstandingCheck;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Replies;
import org.troth.command.dispatch.Replies.Done;
import org.troth.events.ConsentId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.disclosure.PurposeOfUse;

/** What can be done about consent, as JSON: one POST per intention, and the text as it is shown. */
@RestController
@RequestMapping("/api/v1/consents")
class ConsentApi {

    private static final String KEY = "Idempotency-Key";

    private final ConsentDesk desk;
    private final RenewalDesk renewals;

    ConsentApi(ConsentDesk desk, RenewalDesk renewals) {
        this.desk = desk;
        this.renewals = renewals;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Done> ask(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody ConsentQuestion body) {
        return Replies.created("/api/v1/consents", desk.ask(Asked.by(actor, request, key), body));
    }

    /** A new question that names the one it renews; answered like any other. */
    @PostMapping("/{id}/renewal")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Done> renew(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody ConsentRenewal body) {
        return Replies.created(
                "/api/v1/consents", renewals.renew(Asked.by(actor, request, key), named(id, ConsentId::new), body));
    }

    @PostMapping("/{id}/agreement")
    ResponseEntity<Done> give(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id) {
        return Replies.done(desk.give(Asked.by(actor, request, key), named(id, ConsentId::new)));
    }

    @PostMapping("/{id}/refusal")
    ResponseEntity<Done> decline(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id) {
        return Replies.done(desk.decline(Asked.by(actor, request, key), named(id, ConsentId::new)));
    }

    @PostMapping("/{id}/withdrawal")
    ResponseEntity<Done> withdraw(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id) {
        return Replies.done(desk.withdraw(Asked.by(actor, request, key), named(id, ConsentId::new)));
    }

    /** The participant's own answers to the questions about the text; where one is wrong, the passage to read again. */
    @PostMapping("/{id}/understanding")
    ResponseEntity<Done> understand(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody UnderstandingCheck body) {
        return Replies.done(desk.understand(Asked.by(actor, request, key), named(id, ConsentId::new), body));
    }

    /** A coordinator went through the text with the participant, who has still to answer themselves. */
    @PostMapping("/{id}/conversations")
    ResponseEntity<Done> talkThrough(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody ConsentConversation body) {
        return Replies.done(desk.talkThrough(Asked.by(actor, request, key), named(id, ConsentId::new), body));
    }

    /** Exactly the text that the participant was asked with, and the questions about it. */
    @GetMapping("/{id}/text")
    TextToRead text(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable String id) {
        return desk.open(Asked.by(actor, request, null), purpose, "GET /consents/{id}/text", named(id, ConsentId::new))
                .toRead();
    }
}

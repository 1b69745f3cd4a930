package org.troth.command.charter;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.troth.command.charter.CharterDesk.Opened;
import org.troth.command.charter.CharterRequest.CharterReading;
import org.troth.command.charter.CharterRequest.CharterToRead;
import org.troth.command.charter.CharterRequest.OutsideAsk;
import org.troth.command.charter.CharterRequest.OutsideDecision;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Replies;
import org.troth.command.dispatch.Replies.Done;
import org.troth.events.OutsideRoleId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.charter.CharterEvent.ShownCharter;
import org.troth.events.disclosure.PurposeOfUse;

/** What can be done about the charter of the role, as JSON: one POST per intention, and the text as it is shown. */
@RestController
@RequestMapping("/api/v1/charter")
class CharterApi {

    private static final String KEY = "Idempotency-Key";

    private final CharterDesk desk;
    private final OutsideDesk outside;
    private final Charters charters;

    CharterApi(CharterDesk desk, OutsideDesk outside, Charters charters) {
        this.desk = desk;
        this.outside = outside;
        this.charters = charters;
    }

    /** The newest charter, in this language or in English where it is not published in it. */
    @GetMapping
    CharterToRead read(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @RequestParam(required = false) @Nullable String language) {
        Opened opened = desk.open(Asked.by(actor, request, null), purpose, "GET /charter", language);
        ShownCharter shown = opened.text().shown();
        return new CharterToRead(
                shown.name(),
                shown.version(),
                shown.language(),
                opened.text().direction(),
                shown.sha256(),
                opened.text().text(),
                charters.languages(),
                opened.acknowledged());
    }

    /** Only for oneself, with one's own account. */
    @PostMapping("/acknowledgement")
    ResponseEntity<Done> acknowledge(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody(required = false) @Nullable CharterReading body) {
        return Replies.done(desk.acknowledge(Asked.by(actor, request, key), CharterReading.orNone(body)));
    }

    @PostMapping("/outside")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Done> sayOutside(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody OutsideAsk body) {
        return Replies.created("/api/v1/charter/outside", outside.say(Asked.by(actor, request, key), body));
    }

    @PostMapping("/outside/{id}/decision")
    ResponseEntity<Done> decide(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody OutsideDecision body) {
        return Replies.done(outside.decide(Asked.by(actor, request, key), named(id, OutsideRoleId::new), body));
    }
}

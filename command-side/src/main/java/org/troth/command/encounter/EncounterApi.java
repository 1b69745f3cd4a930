package org.troth.command.encounter;

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
import org.troth.command.encounter.EncounterRequest.EncounterCorrection;
import org.troth.command.encounter.EncounterRequest.NewEncounter;
import org.troth.command.encounter.EncounterRequest.SendingBack;
import org.troth.events.EncounterId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;

/** What can be done about meetings, as JSON: one POST per intention, and none that takes one away. */
@RestController
@RequestMapping("/api/v1/encounters")
class EncounterApi {

    private static final String KEY = "Idempotency-Key";

    private final EncounterDesk desk;

    EncounterApi(EncounterDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Done> log(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody NewEncounter body) {
        return Replies.created("/api/v1/encounters", desk.log(Asked.by(actor, request, key), body));
    }

    @PostMapping("/{id}/correction")
    ResponseEntity<Done> correct(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody EncounterCorrection body) {
        return Replies.done(desk.correct(Asked.by(actor, request, key), named(id, EncounterId::new), body));
    }

    /** The correction that waits holds from here on; the number is that of the version that was looked at. */
    @PostMapping("/{id}/versions/{version}/approval")
    ResponseEntity<Done> approve(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String version) {
        return Replies.done(
                desk.approve(Asked.by(actor, request, key), named(id, EncounterId::new), Writers.version(version)));
    }

    /** The correction that waits stays beside what holds. */
    @PostMapping("/{id}/versions/{version}/return")
    ResponseEntity<Done> sendBack(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String version,
            @RequestBody SendingBack body) {
        return Replies.done(desk.sendBack(
                Asked.by(actor, request, key), named(id, EncounterId::new), Writers.version(version), body));
    }
}

package org.troth.command.volunteer;

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
import org.troth.command.volunteer.VolunteerRequest.Availability;
import org.troth.command.volunteer.VolunteerRequest.Capacity;
import org.troth.command.volunteer.VolunteerRequest.Qualification;
import org.troth.command.volunteer.VolunteerRequest.Registration;
import org.troth.command.volunteer.VolunteerRequest.VolunteerCorrection;
import org.troth.events.VolunteerId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;

/** What can be done about a volunteer, as JSON: one POST per intention. */
@RestController
@RequestMapping("/api/v1/volunteers")
class VolunteerApi {

    private static final String KEY = "Idempotency-Key";

    private final VolunteerDesk desk;

    VolunteerApi(VolunteerDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Done> register(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody Registration body) {
        return Replies.created("/api/v1/volunteers", desk.register(Asked.by(actor, request, key), body));
    }

    @PostMapping("/{id}/qualification")
    ResponseEntity<Done> qualify(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody Qualification body) {
        return Replies.done(desk.qualify(Asked.by(actor, request, key), named(id, VolunteerId::new), body));
    }

    @PostMapping("/{id}/capacity")
    ResponseEntity<Done> changeCapacity(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody Capacity body) {
        return Replies.done(desk.changeCapacity(Asked.by(actor, request, key), named(id, VolunteerId::new), body));
    }

    @PostMapping("/{id}/availability")
    ResponseEntity<Done> stateAvailability(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Availability body) {
        return Replies.done(desk.stateAvailability(
                Asked.by(actor, request, key), named(id, VolunteerId::new), Availability.orNone(body)));
    }

    @PostMapping("/{id}/correction")
    ResponseEntity<Done> correct(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody VolunteerCorrection body) {
        return Replies.done(desk.correct(Asked.by(actor, request, key), named(id, VolunteerId::new), body));
    }
}

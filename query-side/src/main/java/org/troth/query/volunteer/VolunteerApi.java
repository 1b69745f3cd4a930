package org.troth.query.volunteer;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.query.freshness.AsOfNow;
import org.troth.query.reading.Reading;

/** The same as JSON. */
@RestController
@RequestMapping("/api/v1/volunteers")
class VolunteerApi {

    private final VolunteerReader reader;
    private final Reading reading;
    private final VolunteerTakenDownReader taken;

    VolunteerApi(VolunteerReader reader, Reading reading, VolunteerTakenDownReader taken) {
        this.reader = reader;
        this.reading = reading;
        this.taken = taken;
    }

    @GetMapping
    VolunteerList list(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @RequestParam(required = false) @Nullable Long before) {
        return reader.list(reading.admit(actor, purpose, request, "/volunteers", Role.COORDINATOR), before);
    }

    @GetMapping("/{id}")
    VolunteerFile one(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable UUID id) {
        return reader.one(reading.admit(actor, purpose, request, "/volunteers/{id}", Role.COORDINATOR), id);
    }

    @AsOfNow
    @GetMapping("/{id}/versions")
    VolunteerTakenDown takenDown(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable UUID id) {
        return taken.of(
                reading.admit(actor, purpose, request, "/volunteers/{id}/versions", Role.COORDINATOR, Role.VOLUNTEER),
                id);
    }
}

package org.troth.query.presence;

import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.query.freshness.AsOfNow;
import org.troth.query.reading.Reading;

/** The same as JSON. */
@RestController
@RequestMapping("/api/v1/presences")
class PresenceApi {

    private final PresenceReader reader;
    private final Reading reading;

    PresenceApi(PresenceReader reader, Reading reading) {
        this.reader = reader;
        this.reading = reading;
    }

    @AsOfNow
    @GetMapping("/in/{id}")
    PresenceList presences(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable UUID id) {
        return reader.in(
                reading.admit(
                        actor,
                        purpose,
                        request,
                        "/presences/in/{id}",
                        Role.COORDINATOR,
                        Role.PARTICIPANT,
                        Role.VOLUNTEER),
                id);
    }
}

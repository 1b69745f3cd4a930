package org.troth.query.conflict;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.query.reading.Reading;

/** The same as JSON. */
@RestController
class ConflictApi {

    private final ConflictReader reader;
    private final Reading reading;

    ConflictApi(ConflictReader reader, Reading reading) {
        this.reader = reader;
        this.reading = reading;
    }

    @GetMapping("/api/v1/conflicts")
    ConflictList own(Actor actor, PurposeOfUse purpose, RequestId request) {
        return reader.own(reading.admit(actor, purpose, request, "/conflicts", Role.PARTICIPANT, Role.VOLUNTEER));
    }
}

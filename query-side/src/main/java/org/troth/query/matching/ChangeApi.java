package org.troth.query.matching;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.query.freshness.AsOfNow;
import org.troth.query.reading.Reading;

/** The same as JSON. */
@RestController
class ChangeApi {

    private final ChangeReader reader;
    private final Reading reading;

    ChangeApi(ChangeReader reader, Reading reading) {
        this.reader = reader;
        this.reading = reading;
    }

    @AsOfNow
    @GetMapping("/api/v1/changes")
    ChangeList open(Actor actor, PurposeOfUse purpose, RequestId request) {
        return reader.open(reading.admit(actor, purpose, request, "/changes", Role.SECOND_CONTACT));
    }
}

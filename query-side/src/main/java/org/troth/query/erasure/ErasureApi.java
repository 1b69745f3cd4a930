package org.troth.query.erasure;

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
class ErasureApi {

    private final ErasureReader reader;
    private final Reading reading;

    ErasureApi(ErasureReader reader, Reading reading) {
        this.reader = reader;
        this.reading = reading;
    }

    @AsOfNow
    @GetMapping("/api/v1/erasures/mine")
    OwnErasure own(Actor actor, PurposeOfUse purpose, RequestId request) {
        return reader.own(reading.admit(actor, purpose, request, "/erasures/mine", Role.PARTICIPANT, Role.VOLUNTEER));
    }
}

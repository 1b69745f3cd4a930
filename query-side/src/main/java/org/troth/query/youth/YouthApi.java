package org.troth.query.youth;

import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.query.freshness.AsOfNow;
import org.troth.query.reading.Reading;

/** The same as JSON. */
@RestController
class YouthApi {

    private final YouthReader reader;
    private final Reading reading;

    YouthApi(YouthReader reader, Reading reading) {
        this.reader = reader;
        this.reading = reading;
    }

    @GetMapping("/api/v1/youth/{participant}")
    YouthFile one(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable UUID participant) {
        return reader.one(
                reading.admit(actor, purpose, request, "/youth/{participant}", Role.COORDINATOR), participant);
    }

    @AsOfNow
    @GetMapping("/api/v1/youth/mine")
    OwnYouth own(Actor actor, PurposeOfUse purpose, RequestId request) {
        return reader.own(reading.admit(actor, purpose, request, "/youth/mine", Role.PARTICIPANT));
    }
}

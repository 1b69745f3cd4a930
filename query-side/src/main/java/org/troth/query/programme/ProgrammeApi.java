package org.troth.query.programme;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.query.reading.Reading;

/** The same as JSON. */
@RestController
class ProgrammeApi {

    private final ProgrammeReader reader;
    private final Reading reading;

    ProgrammeApi(ProgrammeReader reader, Reading reading) {
        this.reader = reader;
        this.reading = reading;
    }

    @GetMapping("/api/v1/programme")
    OfferedList programme(Actor actor, PurposeOfUse purpose, RequestId request) {
        reading.admit(actor, purpose, request, "/programme", Role.COORDINATOR, Role.AUDITOR);
        return reader.all();
    }
}

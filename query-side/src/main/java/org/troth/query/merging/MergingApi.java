package org.troth.query.merging;

import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.query.reading.Reading;

/** The same as JSON. */
@RestController
class MergingApi {

    private final MergingReader reader;
    private final Reading reading;

    MergingApi(MergingReader reader, Reading reading) {
        this.reader = reader;
        this.reading = reading;
    }

    @GetMapping("/api/v1/merges/{one}/{other}")
    TwoRecords two(
            Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable UUID one, @PathVariable UUID other) {
        return reader.two(
                reading.admit(actor, purpose, request, "/merges/{one}/{other}", Role.COORDINATOR), one, other);
    }
}

package org.troth.query.participant;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.query.reading.Reading;

/** The same as JSON. */
@RestController
@RequestMapping("/api/v1/participants")
class ParticipantApi {

    private final ParticipantReader reader;
    private final Reading reading;

    ParticipantApi(ParticipantReader reader, Reading reading) {
        this.reader = reader;
        this.reading = reading;
    }

    @GetMapping
    ParticipantList list(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @RequestParam(required = false) @Nullable Long before) {
        return reader.list(reading.admit(actor, purpose, request, "/participants", Role.COORDINATOR), before);
    }

    @PostMapping("/search")
    FoundParticipants search(
            Actor actor, PurposeOfUse purpose, RequestId request, @RequestBody ParticipantSearch sought) {
        return reader.search(
                reading.admit(actor, purpose, request, "/participants/search", Role.COORDINATOR),
                sought.term(),
                sought.wantedPage());
    }
}

package org.troth.query.encounter;

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
@RequestMapping("/api/v1/encounters")
class EncounterApi {

    private final EncounterReader reader;
    private final Reading reading;

    EncounterApi(EncounterReader reader, Reading reading) {
        this.reader = reader;
        this.reading = reading;
    }

    @GetMapping("/{id}")
    EncounterFile one(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable UUID id) {
        return reader.one(
                reading.admit(
                        actor,
                        purpose,
                        request,
                        "/encounters/{id}",
                        Role.COORDINATOR,
                        Role.PARTICIPANT,
                        Role.VOLUNTEER),
                id);
    }

    /** The meetings of a participant, or of a match. */
    @AsOfNow
    @GetMapping("/of/{id}")
    MeetingList meetings(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Long before) {
        return reader.list(
                reading.admit(
                        actor,
                        purpose,
                        request,
                        "/encounters/of/{id}",
                        Role.COORDINATOR,
                        Role.PARTICIPANT,
                        Role.VOLUNTEER),
                id,
                before);
    }
}

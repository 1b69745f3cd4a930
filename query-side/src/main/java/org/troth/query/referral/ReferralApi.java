package org.troth.query.referral;

import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Visit;

/** The same as JSON. */
@RestController
@RequestMapping("/api/v1/referrals")
class ReferralApi {

    private static final MediaType FHIR = new MediaType("application", "fhir+json");

    private final ReferralReader reader;
    private final Reading reading;

    ReferralApi(ReferralReader reader, Reading reading) {
        this.reader = reader;
        this.reading = reading;
    }

    @GetMapping("/{id}")
    ReferralFile one(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable UUID id) {
        return reader.one(
                reading.admit(actor, purpose, request, "/referrals/{id}", Role.COORDINATOR, Role.PARTICIPANT), id);
    }

    /** How it stands, as a FHIR R4 Task; it holds no words. */
    @GetMapping("/{id}/task")
    ResponseEntity<Map<String, Object>> task(
            Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable UUID id) {
        Visit visit =
                reading.admit(actor, purpose, request, "/referrals/{id}/task", Role.COORDINATOR, Role.PARTICIPANT);
        return ResponseEntity.ok().contentType(FHIR).body(reader.task(visit, id));
    }
}

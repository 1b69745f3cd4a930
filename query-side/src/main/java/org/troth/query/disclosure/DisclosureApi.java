package org.troth.query.disclosure;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
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
import org.troth.query.reading.Visit;

/** The same as JSON. */
@AsOfNow
@RestController
@RequestMapping("/api/v1/disclosures")
class DisclosureApi {

    private final LookReader reader;
    private final Reading reading;

    DisclosureApi(LookReader reader, Reading reading) {
        this.reader = reader;
        this.reading = reading;
    }

    @GetMapping
    LookPage all(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @RequestParam(required = false) @Nullable UUID subject,
            @RequestParam(name = "actor", required = false) @Nullable UUID by,
            @RequestParam(required = false) @Nullable PurposeOfUse forPurpose,
            @RequestParam(required = false) @Nullable Long before) {
        return reader.all(
                reading.admit(actor, purpose, request, "/disclosures", Role.AUDITOR), subject, by, forPurpose, before);
    }

    @GetMapping("/refused")
    OtherLooks refused(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @RequestParam(required = false) @Nullable Long before) {
        return others(actor, purpose, request, "refused", before);
    }

    @GetMapping("/searches")
    OtherLooks searches(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @RequestParam(required = false) @Nullable Long before) {
        return others(actor, purpose, request, "searches", before);
    }

    @GetMapping("/readings")
    OtherLooks readings(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @RequestParam(required = false) @Nullable Long before) {
        return others(actor, purpose, request, "readings", before);
    }

    private OtherLooks others(
            Actor actor, PurposeOfUse purpose, RequestId request, String what, @Nullable Long before) {
        return reader.others(
                reading.admit(actor, purpose, request, "/disclosures/" + what, Role.AUDITOR),
                LookKinds.of(what),
                before);
    }

    @GetMapping("/of/{person}")
    LookPage of(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @PathVariable UUID person,
            @RequestParam(required = false) @Nullable Long before) {
        Visit visit = reading.admit(
                actor, purpose, request, "/disclosures/of/{person}", Role.AUDITOR, Role.PARTICIPANT, Role.VOLUNTEER);
        return reader.of(visit, person, before);
    }

    @GetMapping("/of/{person}.csv")
    ResponseEntity<String> csv(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable UUID person) {
        Visit visit = reading.admit(
                actor,
                purpose,
                request,
                "/disclosures/of/{person}.csv",
                Role.AUDITOR,
                Role.PARTICIPANT,
                Role.VOLUNTEER);
        return AccountingCsv.answer(reader.whole(visit, person));
    }
}

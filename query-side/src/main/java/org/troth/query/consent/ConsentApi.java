package org.troth.query.consent;

import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.query.reading.Portion;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Visit;

/** One consent as JSON; the page with its text and its answers belongs to the side that asks. */
@RestController
@RequestMapping("/api/v1/consents")
class ConsentApi {

    private final ConsentViews views;
    private final Reading reading;

    ConsentApi(ConsentViews views, Reading reading) {
        this.views = views;
        this.reading = reading;
    }

    @GetMapping("/{id}")
    ConsentView one(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable UUID id) {
        Visit visit = reading.admit(actor, purpose, request, "/consents/{id}", Role.COORDINATOR, Role.PARTICIPANT);
        ConsentView consent = views.one(id).orElseThrow(() -> reading.hidden(visit, null, "unknown"));
        if (!actor.is(Role.COORDINATOR) && !reading.isSelf(visit, consent.participant())) {
            throw reading.hidden(visit, consent.participant(), "own-record");
        }
        reading.show(visit, new Portion().participant(consent.participant()));
        return consent;
    }
}

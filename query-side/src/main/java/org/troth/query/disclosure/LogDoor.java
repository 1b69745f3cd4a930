package org.troth.query.disclosure;

import org.springframework.stereotype.Component;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Visit;

/** Lets in whoever may read the log of looks: by a page and by a program alike. */
@Component
class LogDoor {

    private final Reading reading;

    LogDoor(Reading reading) {
        this.reading = reading;
    }

    Visit toAll(Actor actor, PurposeOfUse purpose, RequestId request) {
        return reading.admit(actor, purpose, request, "/disclosures", Role.AUDITOR);
    }

    Visit to(LogPart part, Actor actor, PurposeOfUse purpose, RequestId request) {
        return reading.admit(actor, purpose, request, part.route(), Role.AUDITOR);
    }

    /** To somebody's accounting: whose it is, the reader asks. The ending says as what it is taken along. */
    Visit toAccounting(Actor actor, PurposeOfUse purpose, RequestId request, String ending) {
        return reading.admit(
                actor,
                purpose,
                request,
                "/disclosures/of/{person}" + ending,
                Role.AUDITOR,
                Role.PARTICIPANT,
                Role.VOLUNTEER);
    }
}

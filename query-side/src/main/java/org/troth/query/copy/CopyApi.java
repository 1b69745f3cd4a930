package org.troth.query.copy;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.query.freshness.AsOfNow;
import org.troth.query.reading.Reading;

/** The copy as JSON for programs. */
@RestController
class CopyApi {

    private final CopyReader reader;
    private final Reading reading;

    CopyApi(CopyReader reader, Reading reading) {
        this.reader = reader;
        this.reading = reading;
    }

    @AsOfNow
    @GetMapping("/api/v1/mine/copy")
    OwnCopy own(Actor actor, PurposeOfUse purpose, RequestId request, HttpServletRequest asked) {
        return reader.own(reading.admit(actor, purpose, request, "/mine/copy", Role.PARTICIPANT), asked);
    }
}

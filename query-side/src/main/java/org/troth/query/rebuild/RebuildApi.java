package org.troth.query.rebuild;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.query.reading.Reading;

/** The same as JSON. */
@RestController
@RequestMapping("/api/v1/rebuild")
class RebuildApi {

    private static final String ROUTE = "/rebuild";

    private final RebuildDesk desk;
    private final Reading reading;

    RebuildApi(RebuildDesk desk, Reading reading) {
        this.desk = desk;
        this.reading = reading;
    }

    /** The rebuild that was started, or that runs. */
    record Started(UUID id) {}

    @GetMapping
    Progress show(Actor actor, PurposeOfUse purpose, RequestId request) {
        reading.admit(actor, purpose, request, ROUTE, Role.ADMINISTRATOR);
        return desk.progress();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Started order(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return new Started(desk.order(reading.admit(actor, purpose, request, ROUTE, Role.ADMINISTRATOR), key));
    }
}

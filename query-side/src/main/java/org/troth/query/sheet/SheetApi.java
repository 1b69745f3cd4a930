package org.troth.query.sheet;

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
import org.troth.query.sheet.SheetPages.GivenSheets;
import org.troth.query.sheet.SheetPages.SheetFile;
import org.troth.query.sheet.SheetPages.SheetList;

/** The same as JSON. */
@RestController
@RequestMapping("/api/v1/sheets")
class SheetApi {

    private final SheetReader reader;
    private final Reading reading;

    SheetApi(SheetReader reader, Reading reading) {
        this.reader = reader;
        this.reading = reading;
    }

    @GetMapping
    SheetList sheets(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @RequestParam(required = false) @Nullable Long before) {
        reading.admit(actor, purpose, request, "/sheets", Role.COORDINATOR, Role.PARTICIPANT, Role.VOLUNTEER);
        return reader.all(before);
    }

    @GetMapping("/{id}")
    SheetFile sheet(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer version) {
        return reader.one(
                reading.admit(
                        actor, purpose, request, "/sheets/{id}", Role.COORDINATOR, Role.PARTICIPANT, Role.VOLUNTEER),
                id,
                version);
    }

    @AsOfNow
    @GetMapping("/given")
    GivenSheets givenSheets(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @RequestParam(required = false) @Nullable Long before) {
        return reader.given(reading.admit(actor, purpose, request, "/sheets/given", Role.PARTICIPANT), before);
    }
}

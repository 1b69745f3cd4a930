package org.troth.query.disclosure;

import jakarta.servlet.http.HttpServletRequest;
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
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.query.freshness.AsOfNow;

/** The same as JSON. */
@AsOfNow
@RestController
@RequestMapping("/api/v1/disclosures")
class DisclosureApi {

    private final LookReader reader;
    private final LogDoor door;
    private final AccountingFile files;

    DisclosureApi(LookReader reader, LogDoor door, AccountingFile files) {
        this.reader = reader;
        this.door = door;
        this.files = files;
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
        return reader.all(door.toAll(actor, purpose, request), subject, by, forPurpose, before);
    }

    @GetMapping({"/refused", "/searches", "/readings"})
    OtherLooks others(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            HttpServletRequest asked,
            @RequestParam(required = false) @Nullable Long before) {
        LogPart part = LogPart.asked(asked);
        return reader.others(door.to(part, actor, purpose, request), part, before);
    }

    @GetMapping("/of/{person}")
    LookPage of(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @PathVariable UUID person,
            @RequestParam(required = false) @Nullable Long before) {
        return reader.of(door.toAccounting(actor, purpose, request, ""), person, before);
    }

    @GetMapping("/of/{person}.csv")
    ResponseEntity<String> csv(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @PathVariable UUID person,
            @RequestParam(required = false) @Nullable Long before) {
        LookPage part = reader.part(door.toAccounting(actor, purpose, request, ".csv"), person, before);
        return files.csv(part, "/api/v1/disclosures/of/" + person + ".csv");
    }
}

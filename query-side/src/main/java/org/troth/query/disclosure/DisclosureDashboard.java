package org.troth.query.disclosure;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.query.freshness.AsOfNow;

/** Who saw what about whom, for an auditor; and a person's accounting, also for that person. */
@AsOfNow
@Controller
@RequestMapping("/disclosures")
class DisclosureDashboard {

    private final LookReader reader;
    private final LogDoor door;
    private final AccountingFile files;

    DisclosureDashboard(LookReader reader, LogDoor door, AccountingFile files) {
        this.reader = reader;
        this.door = door;
        this.files = files;
    }

    @GetMapping
    ModelAndView all(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @RequestParam(required = false) @Nullable UUID subject,
            @RequestParam(name = "actor", required = false) @Nullable UUID by,
            @RequestParam(required = false) @Nullable PurposeOfUse forPurpose,
            @RequestParam(required = false) @Nullable Long before) {
        return new ModelAndView("disclosure/all")
                .addObject("page", reader.all(door.toAll(actor, purpose, request), subject, by, forPurpose, before))
                .addObject("subject", subject)
                .addObject("by", by)
                .addObject("forPurpose", forPurpose)
                .addObject("purposes", PurposeOfUse.values())
                .addObject("first", before == null);
    }

    @GetMapping({"/refused", "/searches", "/readings"})
    ModelAndView others(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            HttpServletRequest asked,
            @RequestParam(required = false) @Nullable Long before) {
        LogPart part = LogPart.asked(asked);
        return new ModelAndView("disclosure/others")
                .addObject("page", reader.others(door.to(part, actor, purpose, request), part, before))
                .addObject("what", part.word())
                .addObject("first", before == null);
    }

    @GetMapping("/of/{person}")
    ModelAndView of(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @PathVariable UUID person,
            @RequestParam(required = false) @Nullable Long before) {
        return new ModelAndView("disclosure/accounting")
                .addObject("page", reader.of(door.toAccounting(actor, purpose, request, ""), person, before))
                .addObject("person", person)
                .addObject("own", person.equals(actor.person()))
                .addObject("asked", purpose)
                .addObject("first", before == null);
    }

    @GetMapping("/of/{person}.csv")
    ResponseEntity<String> csv(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @PathVariable UUID person,
            @RequestParam(required = false) @Nullable Long before) {
        LookPage part = reader.part(door.toAccounting(actor, purpose, request, ".csv"), person, before);
        return files.csv(part, "/disclosures/of/" + person + ".csv");
    }

    /** For a program, to take along. */
    @GetMapping("/of/{person}.json")
    ResponseEntity<LookPage> json(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @PathVariable UUID person,
            @RequestParam(required = false) @Nullable Long before) {
        LookPage part = reader.part(door.toAccounting(actor, purpose, request, ".json"), person, before);
        return files.json(part, "/disclosures/of/" + person + ".json");
    }
}

package org.troth.query.disclosure;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.query.freshness.AsOfNow;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Visit;

/** Who saw what about whom, for an auditor; and a person's accounting, also for that person. */
@AsOfNow
@Controller
@RequestMapping("/disclosures")
class DisclosureDashboard {

    private static final String OF = "/disclosures/of/{person}";

    private final LookReader reader;
    private final Reading reading;

    DisclosureDashboard(LookReader reader, Reading reading) {
        this.reader = reader;
        this.reading = reading;
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
        Visit visit = reading.admit(actor, purpose, request, "/disclosures", Role.AUDITOR);
        return new ModelAndView("disclosure/all")
                .addObject("page", reader.all(visit, subject, by, forPurpose, before))
                .addObject("subject", subject)
                .addObject("by", by)
                .addObject("forPurpose", forPurpose)
                .addObject("purposes", PurposeOfUse.values())
                .addObject("first", before == null);
    }

    @GetMapping("/refused")
    ModelAndView refused(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @RequestParam(required = false) @Nullable Long before) {
        return others(actor, purpose, request, "refused", before);
    }

    @GetMapping("/searches")
    ModelAndView searches(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @RequestParam(required = false) @Nullable Long before) {
        return others(actor, purpose, request, "searches", before);
    }

    @GetMapping("/readings")
    ModelAndView readings(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @RequestParam(required = false) @Nullable Long before) {
        return others(actor, purpose, request, "readings", before);
    }

    private ModelAndView others(
            Actor actor, PurposeOfUse purpose, RequestId request, String what, @Nullable Long before) {
        Visit visit = reading.admit(actor, purpose, request, "/disclosures/" + what, Role.AUDITOR);
        return new ModelAndView("disclosure/others")
                .addObject("page", reader.others(visit, LookKinds.of(what), before))
                .addObject("what", what)
                .addObject("first", before == null);
    }

    @GetMapping("/of/{person}")
    ModelAndView of(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @PathVariable UUID person,
            @RequestParam(required = false) @Nullable Long before) {
        Visit visit = admit(actor, purpose, request, OF);
        return new ModelAndView("disclosure/accounting")
                .addObject("page", reader.of(visit, person, before))
                .addObject("person", person)
                .addObject("own", person.equals(actor.person()))
                .addObject("reader", actor.account().value())
                .addObject("asked", purpose)
                .addObject("first", before == null);
    }

    @GetMapping("/of/{person}.csv")
    ResponseEntity<String> csv(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable UUID person) {
        return AccountingCsv.answer(reader.whole(admit(actor, purpose, request, OF + ".csv"), person));
    }

    /** The whole of it for a program, to take along. */
    @GetMapping("/of/{person}.json")
    ResponseEntity<LookPage> json(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable UUID person) {
        LookPage whole = reader.whole(admit(actor, purpose, request, OF + ".json"), person);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("accounting.json")
                                .build()
                                .toString())
                .body(whole);
    }

    private Visit admit(Actor actor, PurposeOfUse purpose, RequestId request, String route) {
        return reading.admit(actor, purpose, request, route, Role.AUDITOR, Role.PARTICIPANT, Role.VOLUNTEER);
    }
}

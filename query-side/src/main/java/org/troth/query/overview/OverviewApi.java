package org.troth.query.overview;

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
import org.troth.query.reading.Visit;

/** The worklist, the case, everybody's own record and the chronicle as JSON. */
@RestController
@RequestMapping("/api/v1")
class OverviewApi {

    private final WorklistReader worklist;
    private final CaseReader cases;
    private final OwnReader own;
    private final ChronicleReader chronicle;
    private final Reading reading;

    OverviewApi(WorklistReader worklist, CaseReader cases, OwnReader own, ChronicleReader chronicle, Reading reading) {
        this.worklist = worklist;
        this.cases = cases;
        this.own = own;
        this.chronicle = chronicle;
        this.reading = reading;
    }

    @GetMapping("/worklist")
    Worklist worklist(Actor actor, PurposeOfUse purpose, RequestId request) {
        return worklist.today(reading.admit(actor, purpose, request, "/worklist", Role.COORDINATOR));
    }

    @GetMapping("/worklist/{kind}")
    Worklist.Section waiting(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @PathVariable String kind,
            @RequestParam(defaultValue = "1") int page) {
        Visit visit = reading.admit(actor, purpose, request, "/worklist/{kind}", Role.COORDINATOR);
        Waiting waiting = Waiting.named(kind);
        if (waiting == null) {
            throw reading.hidden(visit, null, "unknown");
        }
        return worklist.one(visit, waiting, Math.max(1, Math.min(page, 500)));
    }

    @GetMapping("/participants/{id}")
    CaseFile participant(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Long before) {
        return cases.one(reading.admit(actor, purpose, request, "/participants/{id}", Role.COORDINATOR), id, before);
    }

    @AsOfNow
    @GetMapping("/mine")
    OwnPages.Mine mine(Actor actor, PurposeOfUse purpose, RequestId request) {
        return own.mine(reading.admit(actor, purpose, request, "/mine", Role.PARTICIPANT));
    }

    @AsOfNow
    @GetMapping("/walks")
    OwnPages.Walks walks(Actor actor, PurposeOfUse purpose, RequestId request) {
        return own.walks(reading.admit(actor, purpose, request, "/walks", Role.VOLUNTEER));
    }

    @AsOfNow
    @GetMapping("/audit")
    ChroniclePage audit(Actor actor, PurposeOfUse purpose, RequestId request, ChronicleQuestion question) {
        return chronicle.read(reading.admit(actor, purpose, request, "/audit", Role.AUDITOR), question);
    }
}

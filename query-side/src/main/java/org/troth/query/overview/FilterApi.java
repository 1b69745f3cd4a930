package org.troth.query.overview;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.troth.events.account.Actor;
import org.troth.events.account.KeptFilters;
import org.troth.events.account.KeptFilters.KeptFilter;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Visit;

/** The same as JSON. */
@RestController
@RequestMapping("/api/v1/worklist")
class FilterApi {

    private final WorklistReader reader;
    private final KeptFilters kept;
    private final Reading reading;

    FilterApi(WorklistReader reader, KeptFilters kept, Reading reading) {
        this.reader = reader;
        this.kept = kept;
        this.reading = reading;
    }

    @GetMapping("/filtered")
    List<Worklist.Section> filtered(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @RequestParam(required = false) @Nullable List<String> kind,
            @RequestParam(required = false) @Nullable String matter,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String due,
            @RequestParam(defaultValue = "1") int page) {
        Visit visit = reading.admit(actor, purpose, request, "/worklist/filtered", Role.COORDINATOR);
        WorklistFilter filter = WorklistFilter.of(kind, matter, language, due);
        if (filter == null) {
            throw reading.hidden(visit, null, "unknown");
        }
        return reader.filtered(visit, filter, Math.max(1, Math.min(page, 500)));
    }

    @GetMapping("/filters")
    List<KeptFilter> filters(Actor actor, PurposeOfUse purpose, RequestId request) {
        reading.admit(actor, purpose, request, "/worklist/filters", Role.COORDINATOR);
        return kept.of(actor.account());
    }
}

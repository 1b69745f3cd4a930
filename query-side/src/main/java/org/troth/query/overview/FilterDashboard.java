package org.troth.query.overview;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.troth.events.account.Actor;
import org.troth.events.account.KeptFilters;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.query.overview.Worklist.Section;
import org.troth.query.reading.Plain;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Visit;

/** The worklist through a filter, and the filters that its reader keeps. */
@Controller
class FilterDashboard {

    private final WorklistReader reader;
    private final KeptFilters kept;
    private final Reading reading;
    private final Plain plain;
    private final Said said;

    FilterDashboard(WorklistReader reader, KeptFilters kept, Reading reading, Plain plain, Said said) {
        this.reader = reader;
        this.kept = kept;
        this.reading = reading;
        this.plain = plain;
        this.said = said;
    }

    @GetMapping("/worklist/filtered")
    ModelAndView filtered(
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
        List<Section> sections = reader.filtered(visit, filter, Math.max(1, Math.min(page, 500)));
        return new ModelAndView("overview/filtered")
                .addObject("sections", sections)
                .addObject("known", Worklist.known(sections))
                .addObject("label", filter.label(plain, said))
                .addObject("dueWithin", filter.dueWithin())
                .addObject("address", filter.address())
                .addObject("only", only(filter))
                .addObject("paged", sections.size() == 1)
                .addObject(
                        "nothing",
                        sections.stream().allMatch(each -> each.items().isEmpty()));
    }

    /** Where the rest of each kind is seen. */
    private static Map<String, String> only(WorklistFilter filter) {
        Map<String, String> addresses = new LinkedHashMap<>();
        filter.kinds()
                .forEach(each -> addresses.put(each.key(), filter.only(each).address()));
        return addresses;
    }

    @GetMapping("/worklist/filters")
    ModelAndView own(Actor actor, PurposeOfUse purpose, RequestId request) {
        reading.admit(actor, purpose, request, "/worklist/filters", Role.COORDINATOR);
        return new ModelAndView("overview/filters").addObject("filters", lines(kept, actor, plain, said));
    }

    static List<WorklistFilter.Line> lines(KeptFilters kept, Actor actor, Plain plain, Said said) {
        return kept.of(actor.account()).stream()
                .map(each -> WorklistFilter.of(each).line(each.id(), plain, said))
                .toList();
    }
}

package org.troth.query.overview;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.troth.events.account.Actor;
import org.troth.events.account.KeptFilters;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.query.reading.Plain;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Visit;

/** The start page of each role, and the worklist a page at a time. */
@Controller
class HomeDashboard {

    private final WorklistReader reader;
    private final KeptFilters kept;
    private final Reading reading;
    private final Plain plain;
    private final Said said;

    HomeDashboard(WorklistReader reader, KeptFilters kept, Reading reading, Plain plain, Said said) {
        this.reader = reader;
        this.kept = kept;
        this.reading = reading;
        this.plain = plain;
        this.said = said;
    }

    @GetMapping("/")
    ModelAndView home(Actor actor, PurposeOfUse purpose, RequestId request) {
        if (actor.is(Role.COORDINATOR)) {
            Visit visit = reading.admit(actor, purpose, request, "/", Role.COORDINATOR);
            Worklist worklist = reader.today(visit);
            return new ModelAndView("overview/worklist")
                    .addObject("worklist", worklist)
                    .addObject("filters", FilterDashboard.lines(kept, actor, plain, said))
                    .addObject("known", Worklist.known(worklist.sections()));
        }
        return new ModelAndView("redirect:" + place(actor));
    }

    private static String place(Actor actor) {
        if (actor.is(Role.AUDITOR)) {
            return "/audit";
        }
        if (actor.is(Role.ADMINISTRATOR)) {
            return "/accounts";
        }
        if (actor.is(Role.SECOND_CONTACT)) {
            return "/changes";
        }
        if (actor.is(Role.PARTICIPANT)) {
            return "/mine";
        }
        return actor.is(Role.VOLUNTEER) ? "/walks" : "/accounts/mine";
    }

    @GetMapping("/worklist/{kind}")
    ModelAndView waiting(
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
        Worklist.Section section = reader.one(visit, waiting, Math.max(1, Math.min(page, 500)));
        List<Worklist.Section> only = List.of(section);
        return new ModelAndView("overview/waiting")
                .addObject("section", section)
                .addObject("sections", only)
                .addObject("known", Worklist.known(only));
    }
}

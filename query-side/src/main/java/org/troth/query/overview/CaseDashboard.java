package org.troth.query.overview;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.query.freshness.AsOfNow;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Visit;

/** One person's case, and everybody's own page. */
@Controller
class CaseDashboard {

    private final CaseReader reader;
    private final OwnReader own;
    private final Reading reading;

    CaseDashboard(CaseReader reader, OwnReader own, Reading reading) {
        this.reader = reader;
        this.own = own;
        this.reading = reading;
    }

    @GetMapping("/participants/{id}")
    ModelAndView one(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Long before) {
        Visit visit = reading.admit(actor, purpose, request, "/participants/{id}", Role.COORDINATOR);
        return new ModelAndView("overview/case")
                .addObject("file", reader.one(visit, id, before))
                .addObject("first", before == null);
    }

    @AsOfNow
    @GetMapping("/mine")
    ModelAndView mine(Actor actor, PurposeOfUse purpose, RequestId request) {
        return new ModelAndView("overview/mine")
                .addObject("mine", own.mine(reading.admit(actor, purpose, request, "/mine", Role.PARTICIPANT)));
    }

    @AsOfNow
    @GetMapping("/walks")
    ModelAndView walks(Actor actor, PurposeOfUse purpose, RequestId request) {
        return new ModelAndView("overview/walks")
                .addObject("walks", own.walks(reading.admit(actor, purpose, request, "/walks", Role.VOLUNTEER)));
    }
}

package org.troth.query.matching;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.query.reading.Reading;

/** One match as a page, with what a coordinator can do about it. */
@Controller
@RequestMapping("/matches")
class MatchDashboard {

    private final MatchReader reader;
    private final Reading reading;

    MatchDashboard(MatchReader reader, Reading reading) {
        this.reader = reader;
        this.reading = reading;
    }

    @GetMapping("/{id}")
    ModelAndView one(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable UUID id) {
        return new ModelAndView("matching/match")
                .addObject(
                        "match",
                        reader.one(reading.admit(actor, purpose, request, "/matches/{id}", Role.COORDINATOR), id));
    }
}

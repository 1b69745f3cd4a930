package org.troth.query.charter;

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

/** One thing that lies outside the role as a page, with what a coordinator can decide. */
@Controller
@RequestMapping("/charter")
class CharterDashboard {

    private final OutsideReader reader;
    private final Reading reading;

    CharterDashboard(OutsideReader reader, Reading reading) {
        this.reader = reader;
        this.reading = reading;
    }

    @GetMapping("/outside/{id}")
    ModelAndView outside(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable UUID id) {
        return new ModelAndView("charter/outside")
                .addObject(
                        "outside",
                        reader.one(
                                reading.admit(actor, purpose, request, "/charter/outside/{id}", Role.COORDINATOR), id));
    }
}

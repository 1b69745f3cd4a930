package org.troth.query.programme;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.query.reading.Reading;

/** Which matters the programme helps with and whom it is for, as a page. */
@Controller
class ProgrammeDashboard {

    private final ProgrammeReader reader;
    private final Reading reading;

    ProgrammeDashboard(ProgrammeReader reader, Reading reading) {
        this.reader = reader;
        this.reading = reading;
    }

    @GetMapping("/programme")
    ModelAndView programme(Actor actor, PurposeOfUse purpose, RequestId request) {
        reading.admit(actor, purpose, request, "/programme", Role.COORDINATOR, Role.AUDITOR);
        return new ModelAndView("programme/offered")
                .addObject("list", reader.all())
                .addObject("coordinator", actor.is(Role.COORDINATOR));
    }
}

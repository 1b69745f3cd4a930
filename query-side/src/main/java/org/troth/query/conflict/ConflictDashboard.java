package org.troth.query.conflict;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.query.reading.Reading;

/** Somebody's own list as a page. */
@Controller
class ConflictDashboard {

    private final ConflictReader reader;
    private final Reading reading;

    ConflictDashboard(ConflictReader reader, Reading reading) {
        this.reader = reader;
        this.reading = reading;
    }

    @GetMapping("/conflicts")
    ModelAndView own(Actor actor, PurposeOfUse purpose, RequestId request) {
        return new ModelAndView("conflict/list")
                .addObject(
                        "list",
                        reader.own(
                                reading.admit(actor, purpose, request, "/conflicts", Role.PARTICIPANT, Role.VOLUNTEER)))
                .addObject("back", actor.is(Role.PARTICIPANT) ? "/mine" : "/walks");
    }
}

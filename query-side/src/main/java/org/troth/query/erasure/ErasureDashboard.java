package org.troth.query.erasure;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.query.reading.Reading;

/** Somebody's own request to be forgotten, as a page. */
@Controller
class ErasureDashboard {

    private final ErasureReader reader;
    private final Reading reading;

    ErasureDashboard(ErasureReader reader, Reading reading) {
        this.reader = reader;
        this.reading = reading;
    }

    @GetMapping("/erasures/mine")
    ModelAndView own(Actor actor, PurposeOfUse purpose, RequestId request) {
        return new ModelAndView("erasure/mine")
                .addObject(
                        "own",
                        reader.own(reading.admit(
                                actor, purpose, request, "/erasures/mine", Role.PARTICIPANT, Role.VOLUNTEER)))
                .addObject("back", actor.is(Role.PARTICIPANT) ? "/mine" : "/walks");
    }
}

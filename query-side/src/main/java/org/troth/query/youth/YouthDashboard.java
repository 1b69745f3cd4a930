package org.troth.query.youth;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.query.freshness.AsOfNow;
import org.troth.query.reading.Reading;

/** Young people and their guardians as pages: one for a coordinator, one for themselves. */
@Controller
class YouthDashboard {

    private final YouthReader reader;
    private final Reading reading;

    YouthDashboard(YouthReader reader, Reading reading) {
        this.reader = reader;
        this.reading = reading;
    }

    @GetMapping("/youth/{participant}")
    ModelAndView one(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable UUID participant) {
        return new ModelAndView("youth/one")
                .addObject(
                        "file",
                        reader.one(
                                reading.admit(actor, purpose, request, "/youth/{participant}", Role.COORDINATOR),
                                participant));
    }

    @AsOfNow
    @GetMapping("/youth/mine")
    ModelAndView own(Actor actor, PurposeOfUse purpose, RequestId request) {
        return new ModelAndView("youth/mine")
                .addObject("own", reader.own(reading.admit(actor, purpose, request, "/youth/mine", Role.PARTICIPANT)));
    }
}

package org.troth.query.matching;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.query.freshness.AsOfNow;
import org.troth.query.reading.Reading;

/** The changes that are the second contact's to arrange, as a page. */
@Controller
class ChangeDashboard {

    private final ChangeReader reader;
    private final Reading reading;

    ChangeDashboard(ChangeReader reader, Reading reading) {
        this.reader = reader;
        this.reading = reading;
    }

    @AsOfNow
    @GetMapping("/changes")
    ModelAndView open(Actor actor, PurposeOfUse purpose, RequestId request) {
        return new ModelAndView("matching/changes")
                .addObject(
                        "list", reader.open(reading.admit(actor, purpose, request, "/changes", Role.SECOND_CONTACT)));
    }
}

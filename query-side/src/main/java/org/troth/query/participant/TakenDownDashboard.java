package org.troth.query.participant;

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

/** What was taken down of somebody, with every version of it, as a page. */
@Controller
class TakenDownDashboard {

    private final TakenDownReader reader;
    private final Reading reading;

    TakenDownDashboard(TakenDownReader reader, Reading reading) {
        this.reader = reader;
        this.reading = reading;
    }

    @AsOfNow
    @GetMapping("/participants/{id}/versions")
    ModelAndView versions(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable UUID id) {
        return new ModelAndView("correction/versions")
                .addObject(
                        "taken",
                        reader.of(
                                reading.admit(
                                        actor,
                                        purpose,
                                        request,
                                        "/participants/{id}/versions",
                                        Role.COORDINATOR,
                                        Role.PARTICIPANT),
                                id));
    }
}

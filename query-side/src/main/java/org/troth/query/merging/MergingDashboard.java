package org.troth.query.merging;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Visit;

/** Two records beside each other, and the search for the other one, as pages. What is looked for is posted, and in no address. */
@Controller
class MergingDashboard {

    private final MergingReader reader;
    private final Reading reading;

    MergingDashboard(MergingReader reader, Reading reading) {
        this.reader = reader;
        this.reading = reading;
    }

    @GetMapping("/merges/new")
    ModelAndView search(Actor actor, PurposeOfUse purpose, RequestId request, @RequestParam UUID participant) {
        Visit visit = reading.admit(actor, purpose, request, "/merges/new", Role.COORDINATOR);
        reader.admit(visit, participant);
        return new ModelAndView("merging/search").addObject("participant", participant);
    }

    @GetMapping("/merges/{one}/{other}")
    ModelAndView two(
            Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable UUID one, @PathVariable UUID other) {
        Visit visit = reading.admit(actor, purpose, request, "/merges/{one}/{other}", Role.COORDINATOR);
        return new ModelAndView("merging/two").addObject("two", reader.two(visit, one, other));
    }
}

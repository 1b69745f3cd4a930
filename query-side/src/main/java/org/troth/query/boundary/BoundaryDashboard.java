package org.troth.query.boundary;

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

/** One boundary as a page. */
@Controller
@RequestMapping("/boundaries")
class BoundaryDashboard {

    private final BoundaryReader reader;
    private final Reading reading;

    BoundaryDashboard(BoundaryReader reader, Reading reading) {
        this.reader = reader;
        this.reading = reading;
    }

    @GetMapping("/{id}")
    ModelAndView one(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable UUID id) {
        return new ModelAndView("boundary/boundary")
                .addObject(
                        "boundary",
                        reader.one(reading.admit(actor, purpose, request, "/boundaries/{id}", Role.COORDINATOR), id));
    }
}

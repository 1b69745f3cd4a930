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
import org.troth.query.reading.Visit;

/** One boundary as a page, with what the reader can do about it. */
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
        Visit visit = reading.admit(
                actor, purpose, request, "/boundaries/{id}", Role.COORDINATOR, Role.PARTICIPANT, Role.VOLUNTEER);
        BoundaryFile boundary = reader.one(visit, id);
        boolean coordinator = actor.is(Role.COORDINATOR);
        boolean participant = reading.isSelf(visit, boundary.participant());
        return new ModelAndView("boundary/boundary")
                .addObject("boundary", boundary)
                .addObject("coordinator", coordinator)
                .addObject(
                        "back",
                        coordinator ? "/participants/" + boundary.participant() : participant ? "/mine" : "/walks")
                .addObject("backTo", "query.boundary.back." + (coordinator ? "case" : participant ? "mine" : "walks"))
                .addObject("mine", !coordinator && boundary.setBy().equals(participant ? "PARTICIPANT" : "VOLUNTEER"));
    }
}

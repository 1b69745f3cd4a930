package org.troth.query.overview;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.query.reading.Reading;

/** Places and waiting as charts. */
@Controller
class PlacesDashboard {

    private final PlacesReader reader;
    private final Reading reading;

    PlacesDashboard(PlacesReader reader, Reading reading) {
        this.reader = reader;
        this.reading = reading;
    }

    @GetMapping("/worklist/places")
    ModelAndView places(Actor actor, PurposeOfUse purpose, RequestId request) {
        reading.admit(actor, purpose, request, "/worklist/places", Role.COORDINATOR);
        return new ModelAndView("overview/places").addObject("places", reader.today());
    }
}

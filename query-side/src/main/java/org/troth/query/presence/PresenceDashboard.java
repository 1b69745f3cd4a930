package org.troth.query.presence;

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
import org.troth.query.freshness.AsOfNow;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Visit;

/** Who else may come to the meetings of a match, as a page. */
@Controller
@RequestMapping("/presences")
class PresenceDashboard {

    private final PresenceReader reader;
    private final Reading reading;

    PresenceDashboard(PresenceReader reader, Reading reading) {
        this.reader = reader;
        this.reading = reading;
    }

    @AsOfNow
    @GetMapping("/in/{id}")
    ModelAndView in(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable UUID id) {
        Visit visit = reading.admit(
                actor, purpose, request, "/presences/in/{id}", Role.COORDINATOR, Role.PARTICIPANT, Role.VOLUNTEER);
        PresenceList list = reader.in(visit, id);
        return new ModelAndView("presence/list")
                .addObject("list", list)
                .addObject("participant", list.reader() == PresenceList.Reader.PARTICIPANT)
                .addObject(
                        "back",
                        switch (list.reader()) {
                            case PARTICIPANT -> "/mine";
                            case VOLUNTEER -> "/walks";
                            case COORDINATOR -> "/matches/" + id;
                        });
    }
}

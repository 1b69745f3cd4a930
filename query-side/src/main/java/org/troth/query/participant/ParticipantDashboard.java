package org.troth.query.participant;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.query.reading.Reading;

/** The people who ask for help, as pages. A search is posted and answered at once, so that its term is in no address. */
@Controller
@RequestMapping("/participants")
class ParticipantDashboard {

    private final ParticipantReader reader;
    private final Reading reading;

    ParticipantDashboard(ParticipantReader reader, Reading reading) {
        this.reader = reader;
        this.reading = reading;
    }

    @GetMapping
    ModelAndView list(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @RequestParam(required = false) @Nullable Long before) {
        return new ModelAndView("participant/list")
                .addObject(
                        "list",
                        reader.list(reading.admit(actor, purpose, request, "/participants", Role.COORDINATOR), before))
                .addObject("first", before == null);
    }

    /** Whoever looks for another record of somebody goes on to the two beside each other. */
    @PostMapping("/search")
    ModelAndView search(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            ParticipantSearch sought,
            @RequestParam(required = false) @Nullable UUID beside) {
        return new ModelAndView("participant/found")
                .addObject(
                        "found",
                        reader.search(
                                reading.admit(actor, purpose, request, "/participants/search", Role.COORDINATOR),
                                sought.term(),
                                sought.wantedPage()))
                .addObject("term", sought.term())
                .addObject("beside", beside);
    }
}

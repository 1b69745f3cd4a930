package org.troth.query.volunteer;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.query.freshness.AsOfNow;
import org.troth.query.reading.Reading;

/** The people who walk beside, as pages. */
@Controller
@RequestMapping("/volunteers")
class VolunteerDashboard {

    private final VolunteerReader reader;
    private final Reading reading;
    private final VolunteerTakenDownReader taken;

    VolunteerDashboard(VolunteerReader reader, Reading reading, VolunteerTakenDownReader taken) {
        this.reader = reader;
        this.reading = reading;
        this.taken = taken;
    }

    @GetMapping
    ModelAndView list(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @RequestParam(required = false) @Nullable Long before) {
        return new ModelAndView("volunteer/list")
                .addObject(
                        "list",
                        reader.list(reading.admit(actor, purpose, request, "/volunteers", Role.COORDINATOR), before))
                .addObject("first", before == null);
    }

    @GetMapping("/{id}")
    ModelAndView one(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable UUID id) {
        return new ModelAndView("volunteer/one")
                .addObject(
                        "file",
                        reader.one(reading.admit(actor, purpose, request, "/volunteers/{id}", Role.COORDINATOR), id));
    }

    @AsOfNow
    @GetMapping("/{id}/versions")
    ModelAndView versions(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable UUID id) {
        return new ModelAndView("volunteer/versions")
                .addObject(
                        "taken",
                        taken.of(
                                reading.admit(
                                        actor,
                                        purpose,
                                        request,
                                        "/volunteers/{id}/versions",
                                        Role.COORDINATOR,
                                        Role.VOLUNTEER),
                                id));
    }
}

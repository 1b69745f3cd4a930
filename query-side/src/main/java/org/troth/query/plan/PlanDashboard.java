package org.troth.query.plan;

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

/** Joint plans as pages: one's own, that of somebody one works for, and what one sees of that of whom one walks beside. */
@Controller
@RequestMapping("/plans")
class PlanDashboard {

    private final PlanReader reader;
    private final Reading reading;

    PlanDashboard(PlanReader reader, Reading reading) {
        this.reader = reader;
        this.reading = reading;
    }

    @AsOfNow
    @GetMapping
    ModelAndView own(Actor actor, PurposeOfUse purpose, RequestId request) {
        return new ModelAndView("plan/mine")
                .addObject("list", reader.own(reading.admit(actor, purpose, request, "/plans", Role.PARTICIPANT)));
    }

    @GetMapping("/of/{id}")
    ModelAndView of(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable UUID id) {
        return new ModelAndView("plan/of")
                .addObject(
                        "list",
                        reader.of(reading.admit(actor, purpose, request, "/plans/of/{id}", Role.COORDINATOR), id));
    }

    @AsOfNow
    @GetMapping("/{id}")
    ModelAndView one(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable UUID id) {
        return new ModelAndView("plan/plan")
                .addObject(
                        "file",
                        reader.one(
                                reading.admit(
                                        actor, purpose, request, "/plans/{id}", Role.PARTICIPANT, Role.COORDINATOR),
                                id));
    }

    @AsOfNow
    @GetMapping("/{id}/sections/{section}")
    ModelAndView section(
            Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable UUID id, @PathVariable UUID section) {
        return new ModelAndView("plan/one")
                .addObject(
                        "file",
                        reader.section(
                                reading.admit(
                                        actor,
                                        purpose,
                                        request,
                                        "/plans/{id}/sections/{section}",
                                        Role.PARTICIPANT,
                                        Role.COORDINATOR,
                                        Role.VOLUNTEER),
                                id,
                                section));
    }

    @AsOfNow
    @GetMapping("/with/{id}")
    ModelAndView with(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable UUID id) {
        return new ModelAndView("plan/with")
                .addObject(
                        "file",
                        reader.with(reading.admit(actor, purpose, request, "/plans/with/{id}", Role.VOLUNTEER), id));
    }
}

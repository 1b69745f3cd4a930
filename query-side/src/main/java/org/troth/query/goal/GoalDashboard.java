package org.troth.query.goal;

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

/** Goals as pages: one's own, those of somebody one works for, and those that somebody shows. */
@Controller
@RequestMapping("/goals")
class GoalDashboard {

    private final GoalReader reader;
    private final Reading reading;

    GoalDashboard(GoalReader reader, Reading reading) {
        this.reader = reader;
        this.reading = reading;
    }

    @AsOfNow
    @GetMapping
    ModelAndView own(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @RequestParam(required = false) @Nullable Long before) {
        return new ModelAndView("goal/mine")
                .addObject(
                        "list", reader.own(reading.admit(actor, purpose, request, "/goals", Role.PARTICIPANT), before))
                .addObject("first", before == null);
    }

    @AsOfNow
    @GetMapping("/{id}")
    ModelAndView one(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable UUID id) {
        return new ModelAndView("goal/goal")
                .addObject(
                        "file",
                        reader.one(reading.admit(actor, purpose, request, "/goals/{id}", Role.PARTICIPANT), id));
    }

    @GetMapping("/of/{id}")
    ModelAndView of(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Long before) {
        return new ModelAndView("goal/of")
                .addObject(
                        "list",
                        reader.of(
                                reading.admit(actor, purpose, request, "/goals/of/{id}", Role.COORDINATOR), id, before))
                .addObject("first", before == null);
    }

    @AsOfNow
    @GetMapping("/with/{id}")
    ModelAndView with(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable UUID id) {
        return new ModelAndView("goal/with")
                .addObject(
                        "list",
                        reader.shownIn(reading.admit(actor, purpose, request, "/goals/with/{id}", Role.VOLUNTEER), id));
    }
}

package org.troth.query.sheet;

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
import org.troth.query.reading.Visit;

/** Information sheets as pages: all, one, and those that one was given. */
@Controller
@RequestMapping("/sheets")
class SheetDashboard {

    private final SheetReader reader;
    private final Reading reading;

    SheetDashboard(SheetReader reader, Reading reading) {
        this.reader = reader;
        this.reading = reading;
    }

    @GetMapping
    ModelAndView all(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @RequestParam(required = false) @Nullable Long before) {
        reading.admit(actor, purpose, request, "/sheets", Role.COORDINATOR, Role.PARTICIPANT, Role.VOLUNTEER);
        return new ModelAndView("sheet/list")
                .addObject("list", reader.all(before))
                .addObject("first", before == null)
                .addObject("coordinator", actor.is(Role.COORDINATOR))
                .addObject("participant", actor.is(Role.PARTICIPANT));
    }

    @GetMapping("/{id}")
    ModelAndView one(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer version) {
        Visit visit = reading.admit(
                actor, purpose, request, "/sheets/{id}", Role.COORDINATOR, Role.PARTICIPANT, Role.VOLUNTEER);
        return new ModelAndView("sheet/sheet")
                .addObject("file", reader.one(visit, id, version))
                .addObject("coordinator", actor.is(Role.COORDINATOR));
    }

    @AsOfNow
    @GetMapping("/given")
    ModelAndView given(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @RequestParam(required = false) @Nullable Long before) {
        return new ModelAndView("sheet/given")
                .addObject(
                        "list",
                        reader.given(reading.admit(actor, purpose, request, "/sheets/given", Role.PARTICIPANT), before))
                .addObject("first", before == null);
    }
}

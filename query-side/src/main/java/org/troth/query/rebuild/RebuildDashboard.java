package org.troth.query.rebuild;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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

/** Where an administrator has the views rebuilt and sees how far it has come. */
@Controller
@RequestMapping("/rebuild")
class RebuildDashboard {

    private static final String ROUTE = "/rebuild";

    private final RebuildDesk desk;
    private final Reading reading;

    RebuildDashboard(RebuildDesk desk, Reading reading) {
        this.desk = desk;
        this.reading = reading;
    }

    @GetMapping
    ModelAndView show(Actor actor, PurposeOfUse purpose, RequestId request) {
        reading.admit(actor, purpose, request, ROUTE, Role.ADMINISTRATOR);
        return new ModelAndView("rebuild/progress").addObject("progress", desk.progress());
    }

    @PostMapping
    ModelAndView order(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @RequestParam(name = "idempotencyKey", required = false) @Nullable String key) {
        desk.order(reading.admit(actor, purpose, request, ROUTE, Role.ADMINISTRATOR), key);
        ModelAndView next = new ModelAndView("redirect:" + ROUTE);
        next.setStatus(HttpStatus.SEE_OTHER);
        return next;
    }
}

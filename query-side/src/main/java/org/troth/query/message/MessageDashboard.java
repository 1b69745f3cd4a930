package org.troth.query.message;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.query.reading.Reading;

/** The messages of the programme as a page. */
@Controller
@RequestMapping("/messages")
class MessageDashboard {

    private final MessageReader reader;
    private final Reading reading;

    MessageDashboard(MessageReader reader, Reading reading) {
        this.reader = reader;
        this.reading = reading;
    }

    @GetMapping
    ModelAndView list(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @RequestParam(required = false) @Nullable Long before) {
        reading.admit(actor, purpose, request, "/messages", Role.COORDINATOR);
        return new ModelAndView("message/list")
                .addObject("list", reader.latest(before))
                .addObject("first", before == null);
    }
}

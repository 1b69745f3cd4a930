package org.troth.query.directory;

import java.util.UUID;
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

/** The directory as a page; with a participant in the address, its services can be offered to them. */
@Controller
@RequestMapping("/directory")
class DirectoryDashboard {

    private final DirectoryReader reader;
    private final Reading reading;

    DirectoryDashboard(DirectoryReader reader, Reading reading) {
        this.reader = reader;
        this.reading = reading;
    }

    @GetMapping
    ModelAndView list(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @RequestParam(required = false) @Nullable UUID participant,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "1") int page) {
        reading.admit(actor, purpose, request, "/directory", Role.COORDINATOR, Role.PARTICIPANT);
        return new ModelAndView("directory/list")
                .addObject("list", reader.list(all, page))
                .addObject("participant", participant)
                .addObject("all", all)
                .addObject("coordinator", actor.is(Role.COORDINATOR));
    }
}

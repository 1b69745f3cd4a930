package org.troth.query.referral;

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
import org.troth.query.reading.Reading;
import org.troth.query.reading.Visit;

/** One referral as a page, with what can be done about it; whom it is about sees it too. */
@Controller
@RequestMapping("/referrals")
class ReferralDashboard {

    private final ReferralReader reader;
    private final Reading reading;

    ReferralDashboard(ReferralReader reader, Reading reading) {
        this.reader = reader;
        this.reading = reading;
    }

    @GetMapping("/{id}")
    ModelAndView one(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable UUID id) {
        Visit visit = reading.admit(actor, purpose, request, "/referrals/{id}", Role.COORDINATOR, Role.PARTICIPANT);
        return new ModelAndView("referral/referral")
                .addObject("referral", reader.one(visit, id))
                .addObject("coordinator", actor.is(Role.COORDINATOR));
    }
}

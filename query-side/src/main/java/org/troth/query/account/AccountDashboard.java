package org.troth.query.account;

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
import org.troth.query.reading.Reading;
import org.troth.query.reading.Visit;

/** Accounts for those who keep them. */
@Controller
@RequestMapping("/accounts")
class AccountDashboard {

    private final AccountReader reader;
    private final Reading reading;

    AccountDashboard(AccountReader reader, Reading reading) {
        this.reader = reader;
        this.reading = reading;
    }

    @GetMapping
    ModelAndView list(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @RequestParam(required = false) @Nullable Long before) {
        Visit visit = reading.admit(actor, purpose, request, "/accounts", Role.ADMINISTRATOR);
        return new ModelAndView("account/list")
                .addObject("list", reader.list(visit, before))
                .addObject("first", before == null);
    }

    @GetMapping("/{id}")
    ModelAndView one(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable UUID id) {
        Visit visit = reading.admit(actor, purpose, request, "/accounts/{id}", Role.ADMINISTRATOR);
        return new ModelAndView("account/one")
                .addObject("account", reader.one(visit, id))
                .addObject("toGive", AccountReader.TO_GIVE);
    }
}

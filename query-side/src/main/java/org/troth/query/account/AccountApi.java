package org.troth.query.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.query.reading.Reading;

/** The same as JSON. */
@RestController
@RequestMapping("/api/v1/accounts")
class AccountApi {

    private final AccountReader reader;
    private final Reading reading;

    AccountApi(AccountReader reader, Reading reading) {
        this.reader = reader;
        this.reading = reading;
    }

    @GetMapping
    AccountList list(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @RequestParam(required = false) @Nullable Long before) {
        return reader.list(reading.admit(actor, purpose, request, "/accounts", Role.ADMINISTRATOR), before);
    }

    /** Also for an account from which every role was taken: it is still somebody's own. */
    @GetMapping("/mine")
    OwnAccount mine(Actor actor) {
        return reader.own(actor);
    }

    @GetMapping("/{id}")
    AccountView one(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable UUID id) {
        return reader.one(reading.admit(actor, purpose, request, "/accounts/{id}", Role.ADMINISTRATOR), id);
    }
}

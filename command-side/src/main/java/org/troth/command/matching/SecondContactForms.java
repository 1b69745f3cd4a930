package org.troth.command.matching;

import static org.troth.command.dispatch.Permits.named;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Replies;
import org.troth.events.MatchId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;

/** What one of the two asks of the second contact, as a button on their own page. */
@Controller
@RequestMapping("/matches/{id}/second-contact")
class SecondContactForms {

    private static final String KEY = "idempotencyKey";

    private final SecondContactDesk desk;

    SecondContactForms(SecondContactDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    ResponseEntity<Void> ask(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id) {
        Outcome outcome = desk.ask(Asked.by(actor, request, key), named(id, MatchId::new));
        return Replies.seeOther(actor.is(Role.VOLUNTEER) ? "/walks" : "/mine", outcome);
    }
}

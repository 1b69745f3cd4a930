package org.troth.command.matching;

import static org.troth.command.dispatch.Permits.named;

import java.util.function.Function;
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

/** What somebody no longer minds, as a button on their own page. */
@Controller
@RequestMapping("/matches/{id}/apart/{wish}")
class ApartForms {

    private static final String KEY = "idempotencyKey";

    private final ApartDesk desk;

    ApartForms(ApartDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/withdrawal")
    ResponseEntity<Void> takeBack(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String wish) {
        Outcome outcome =
                desk.takeBack(Asked.by(actor, request, key), named(id, MatchId::new), named(wish, Function.identity()));
        return Replies.seeOther(actor.is(Role.VOLUNTEER) ? "/walks" : "/mine", outcome);
    }
}

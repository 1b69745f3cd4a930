package org.troth.command.presence;

import static org.troth.command.dispatch.Permits.named;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Choice;
import org.troth.command.dispatch.FormReply;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Replies;
import org.troth.command.law.HouseLaw;
import org.troth.command.presence.PresenceRequest.NewPresence;
import org.troth.events.MatchId;
import org.troth.events.PresenceId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.presence.Guest;

/** What can be done about the presence of others at a meeting, as forms; yes and no are one button each. */
@Controller
@RequestMapping("/presences")
class PresenceForms {

    private static final String KEY = "idempotencyKey";
    private static final String LIST = "/presences/in/";

    private static final List<Choice> GUESTS = Choice.under("command.presence.guest.", Guest.values());

    private final PresenceDesk desk;
    private final Clock clock;

    PresenceForms(PresenceDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping("/new")
    ModelAndView newPresence(Actor actor, RequestId request, @RequestParam String match) {
        desk.mayOpenForm(Asked.by(actor, request, null), "GET /presences/new", named(match, MatchId::new));
        return form(
                actor,
                new NewPresence(match, null, LocalDate.now(clock).plusDays(1).toString()));
    }

    @PostMapping
    ModelAndView ask(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            NewPresence said) {
        return FormReply.to(
                done -> LIST + said.match(), form(actor, said), () -> desk.ask(Asked.by(actor, request, key), said));
    }

    private static ModelAndView form(Actor actor, NewPresence said) {
        return new ModelAndView("presence/new")
                .addObject("said", said)
                .addObject("participant", actor.is(Role.PARTICIPANT))
                .addObject("back", LIST + said.match())
                .addObject("guests", GUESTS)
                .addObject("days", HouseLaw.PRESENCE_DAYS);
    }

    @PostMapping("/{id}/agreement")
    ResponseEntity<Void> agree(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id) {
        return toList(desk.agree(Asked.by(actor, request, key), named(id, PresenceId::new)));
    }

    @PostMapping("/{id}/no")
    ResponseEntity<Void> decline(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id) {
        return toList(desk.decline(Asked.by(actor, request, key), named(id, PresenceId::new)));
    }

    private static ResponseEntity<Void> toList(Outcome done) {
        return Replies.seeOther(LIST + done.answer(), done);
    }
}

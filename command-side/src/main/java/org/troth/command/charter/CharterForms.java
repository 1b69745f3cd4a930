package org.troth.command.charter;

import static org.troth.command.dispatch.Permits.named;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.troth.command.charter.CharterDesk.Opened;
import org.troth.command.charter.CharterRequest.CharterReading;
import org.troth.command.charter.CharterRequest.OutsideAsk;
import org.troth.command.charter.CharterRequest.OutsideDecision;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Choice;
import org.troth.command.dispatch.FormReply;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Replies;
import org.troth.command.law.CodeList;
import org.troth.events.MatchId;
import org.troth.events.OutsideRoleId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;

/** What can be done about the charter of the role, as pages: to have read it is one button, and so is each thing outside it. */
@Controller
@RequestMapping("/charter")
class CharterForms {

    private static final String KEY = "idempotencyKey";

    private static final List<Choice> KINDS = Choice.among(CodeList.OUTSIDE);

    private final CharterDesk desk;
    private final OutsideDesk outside;
    private final Charters charters;

    CharterForms(CharterDesk desk, OutsideDesk outside, Charters charters) {
        this.desk = desk;
        this.outside = outside;
        this.charters = charters;
    }

    /** The text exactly as it is digested, part by part. */
    @GetMapping
    ModelAndView read(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @RequestParam(required = false) @Nullable String language) {
        Opened opened = desk.open(Asked.by(actor, request, null), purpose, "GET /charter", language);
        return new ModelAndView("charter/charter")
                .addObject("charter", opened.text())
                .addObject("own", opened.own())
                .addObject("acknowledged", opened.acknowledged())
                .addObject("languages", languages())
                .addObject("back", page(actor, "/"));
    }

    /** Each by its own name. */
    private List<Choice> languages() {
        return charters.languages().stream()
                .map(tag -> new Choice(tag, Locale.forLanguageTag(tag).getDisplayName(Locale.forLanguageTag(tag))))
                .toList();
    }

    @PostMapping("/acknowledgement")
    ResponseEntity<Void> acknowledge(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            CharterReading said) {
        return Replies.seeOther(page(actor, "/charter"), desk.acknowledge(Asked.by(actor, request, key), said));
    }

    @GetMapping("/outside/new")
    ModelAndView newOutside(Actor actor, RequestId request, @RequestParam String match) {
        outside.onlyItsVolunteer(
                Asked.by(actor, request, null), "GET /charter/outside/new", named(match, MatchId::new));
        return outsideForm(actor, new OutsideAsk(match, null, null));
    }

    @PostMapping("/outside")
    ModelAndView sayOutside(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            OutsideAsk said) {
        return FormReply.to(
                done -> page(actor, "/charter/outside/" + done.answer()),
                outsideForm(actor, said),
                () -> outside.say(Asked.by(actor, request, key), said));
    }

    private static ModelAndView outsideForm(Actor actor, OutsideAsk said) {
        return new ModelAndView("charter/new")
                .addObject("said", said)
                .addObject("kinds", KINDS)
                .addObject("coordinator", actor.is(Role.COORDINATOR))
                .addObject("back", page(actor, "/matches/" + said.match()));
    }

    @PostMapping("/outside/{id}/decision")
    ResponseEntity<Void> decide(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            OutsideDecision said) {
        OutsideRoleId about = named(id, OutsideRoleId::new);
        Outcome outcome = outside.decide(Asked.by(actor, request, key), about, said);
        return Replies.seeOther("/charter/outside/" + about, outcome);
    }

    /** The two themselves go back to their own page. */
    private static String page(Actor actor, String coordinators) {
        if (actor.is(Role.COORDINATOR)) {
            return coordinators;
        }
        return actor.is(Role.VOLUNTEER) ? "/walks" : "/mine";
    }
}

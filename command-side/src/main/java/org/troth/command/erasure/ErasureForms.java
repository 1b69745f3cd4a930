package org.troth.command.erasure;

import static org.troth.command.dispatch.Permits.named;

import java.util.function.Function;
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
import org.troth.command.dispatch.FormReply;
import org.troth.command.dispatch.Replies;
import org.troth.command.erasure.ErasureDesk.Whose;
import org.troth.command.erasure.ErasureRequest.Forgetting;
import org.troth.events.Side;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;

/** To ask to be forgotten, as a form: people find their own on {@code /erasures/mine}. */
@Controller
@RequestMapping("/erasures")
class ErasureForms {

    private static final String KEY = "idempotencyKey";

    private final ErasureDesk desk;

    ErasureForms(ErasureDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/new")
    ModelAndView newRequest(Actor actor, RequestId request, Forgetting said) {
        return form(actor, desk.mayAsk(Asked.by(actor, request, null), "GET /erasures/new", said), said);
    }

    @PostMapping
    ModelAndView ask(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            Forgetting said) {
        Asked asked = Asked.by(actor, request, key);
        Whose whose = desk.mayAsk(asked, "POST /erasures", said);
        return FormReply.to(done -> page(actor, whose), form(actor, whose, said), () -> desk.ask(asked, said));
    }

    @PostMapping("/{erasure}/withdrawal")
    ResponseEntity<Void> takeBack(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String erasure) {
        return Replies.seeOther(
                "/erasures/mine", desk.takeBack(Asked.by(actor, request, key), named(erasure, Function.identity())));
    }

    private static ModelAndView form(Actor actor, Whose whose, Forgetting said) {
        return new ModelAndView("erasure/new")
                .addObject("said", said)
                .addObject("own", whose.person().equals(actor.person()))
                .addObject("back", page(actor, whose));
    }

    /** People go to their own, coordinators to the page of whom they noted it for. */
    private static String page(Actor actor, Whose whose) {
        if (whose.person().equals(actor.person())) {
            return "/erasures/mine";
        }
        return (whose.side() == Side.PARTICIPANT ? "/participants/" : "/volunteers/") + whose.person();
    }
}

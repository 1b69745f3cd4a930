package org.troth.command.erasure;

import static org.troth.command.dispatch.Permits.named;

import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
import org.troth.command.erasure.ErasureRequest.Mistake;
import org.troth.command.law.CodeList;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.disclosure.PurposeOfUse;

/** To take away what was noted by mistake, as a form. */
@Controller
@RequestMapping("/erasures")
class MistakeForms {

    private static final String KEY = "idempotencyKey";

    private final MistakeDesk desk;

    MistakeForms(MistakeDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/mistake")
    ModelAndView newMistake(Actor actor, PurposeOfUse purpose, RequestId request, Mistake said) {
        return form(desk.open(Asked.by(actor, request, null), purpose, said).waiting(), said);
    }

    @PostMapping("/{erasure}/mistake")
    ModelAndView takeAway(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String erasure,
            Mistake said) {
        UUID waiting = named(erasure, Function.identity());
        return FormReply.to(
                done -> page(said),
                form(waiting, said),
                () -> desk.takeAway(Asked.by(actor, request, key), waiting, said));
    }

    private static ModelAndView form(@Nullable UUID waiting, Mistake said) {
        return new ModelAndView("erasure/mistake")
                .addObject("said", said)
                .addObject("waiting", waiting)
                .addObject("reasons", Choice.among(CodeList.ERASURE_MISTAKE))
                .addObject("back", page(said));
    }

    private static String page(Mistake said) {
        String participant = said.participant();
        return participant == null || participant.isBlank()
                ? "/volunteers/" + said.volunteer()
                : "/participants/" + participant;
    }
}

package org.troth.command.referral;

import static org.troth.command.dispatch.Permits.named;

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
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Refused;
import org.troth.command.law.CodeList;
import org.troth.command.referral.ReferralRequest.RecallGiven;
import org.troth.events.ReferralId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.disclosure.PurposeOfUse;

/** The notice that a consent was taken back, as a page to print, with the form that says it was given. */
@Controller
@RequestMapping("/referrals/{id}/recall-notice")
class RecallForms {

    private final RecallDesk desk;

    RecallForms(RecallDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    ModelAndView toGive(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable String id) {
        return page(
                Asked.by(actor, request, null),
                purpose,
                named(id, ReferralId::new),
                new RecallGiven(null, desk.today().toString()));
    }

    private ModelAndView page(Asked asked, PurposeOfUse purpose, ReferralId referral, RecallGiven said) {
        return new ModelAndView("referral/recall")
                .addObject("recall", desk.toGive(asked, purpose, referral))
                .addObject("media", Choice.among(CodeList.MEDIUM))
                .addObject("said", said);
    }

    @PostMapping
    ModelAndView given(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @RequestParam(name = "idempotencyKey", required = false) @Nullable String key,
            @PathVariable String id,
            RecallGiven said) {
        ReferralId referral = named(id, ReferralId::new);
        Asked asked = Asked.by(actor, request, key);
        try {
            Outcome outcome = desk.given(asked, referral, said);
            return FormReply.to(done -> "/referrals/" + referral, new ModelAndView(), () -> outcome);
        } catch (Invalid | Refused no) {
            return FormReply.to(done -> "/referrals/" + referral, page(asked, purpose, referral, said), () -> {
                throw no;
            });
        }
    }
}

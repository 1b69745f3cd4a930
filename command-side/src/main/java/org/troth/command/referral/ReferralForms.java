package org.troth.command.referral;

import static org.troth.command.dispatch.Permits.named;

import java.util.List;
import java.util.Map;
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
import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.Replies;
import org.troth.command.law.CodeList;
import org.troth.command.referral.ReferralRequest.NotAppropriate;
import org.troth.command.referral.ReferralRequest.PacketRelease;
import org.troth.command.referral.ReferralRequest.ReferralOffer;
import org.troth.command.referral.ReferralRequest.ReferralResult;
import org.troth.command.referral.ReferralRequest.ReleasePreview;
import org.troth.command.referral.ReleaseDesk.Choosable;
import org.troth.events.ParticipantId;
import org.troth.events.ReferralId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.referral.ReferralEvent;
import org.troth.events.referral.ReferralEvent.ReferralOffered;

/** What can be done about a referral, as forms; before anything leaves, a page shows exactly what. */
@Controller
@RequestMapping("/referrals")
class ReferralForms {

    private static final String KEY = "idempotencyKey";
    private static final String CLASSES = "classes";
    private static final String WAYS = "ways";
    private static final String CLASS = "command.consent.class.";

    private final ReferralDesk desk;
    private final ReleaseDesk release;

    ReferralForms(ReferralDesk desk, ReleaseDesk release) {
        this.desk = desk;
        this.release = release;
    }

    @GetMapping("/new")
    ModelAndView newOffer(
            Actor actor,
            RequestId request,
            @RequestParam String participant,
            @RequestParam(required = false) @Nullable String service) {
        desk.mayOpenOfferForm(Asked.by(actor, request, null), named(participant, ParticipantId::new));
        return offerForm(new ReferralOffer(participant, service, null));
    }

    @PostMapping
    ModelAndView offer(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            ReferralOffer said) {
        return FormReply.to(
                done -> "/referrals/" + done.answer(),
                offerForm(said),
                () -> desk.offer(Asked.by(actor, request, key), said));
    }

    private ModelAndView offerForm(ReferralOffer said) {
        return new ModelAndView("referral/offer")
                .addObject("needs", Choice.among(CodeList.NEED))
                .addObject("said", said)
                .addObject("serviceName", desk.serviceName(said.service()));
    }

    @GetMapping("/not-appropriate")
    ModelAndView newJudgement(Actor actor, RequestId request, @RequestParam String participant) {
        desk.mayOpenJudgementForm(Asked.by(actor, request, null), named(participant, ParticipantId::new));
        return judgementForm(new NotAppropriate(participant, null, null));
    }

    @PostMapping("/not-appropriate")
    ModelAndView judgeNotAppropriate(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            NotAppropriate said) {
        return FormReply.to(
                done -> "/referrals/" + done.answer(),
                judgementForm(said),
                () -> desk.judgeNotAppropriate(Asked.by(actor, request, key), said));
    }

    private static ModelAndView judgementForm(NotAppropriate said) {
        return new ModelAndView("referral/judgement")
                .addObject("needs", Choice.among(CodeList.NEED))
                .addObject("reasons", Choice.among(CodeList.NOT_APPROPRIATE))
                .addObject("said", said);
    }

    /**
     * Exactly what would leave, with the notice that goes with it; or why nothing may.
     *
     * @param shown which choices the form had that asks for this, so that none chosen is another thing than nothing said
     */
    @GetMapping("/{id}/release")
    ModelAndView preview(
            Actor actor,
            RequestId request,
            PurposeOfUse purpose,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String consent,
            @RequestParam(required = false) @Nullable List<String> classes,
            @RequestParam(required = false) @Nullable List<String> ways,
            @RequestParam(required = false) @Nullable List<String> shown) {
        List<String> wanted = chosen(CLASSES, classes, shown);
        List<String> reached = chosen(WAYS, ways, shown);
        ReferralId referral = named(id, ReferralId::new);
        Asked asked = Asked.by(actor, request, null);
        ReferralOffered offered = desk.forCoordinator(asked, "GET /referrals/{id}/release", referral);
        ModelAndView page = new ModelAndView("referral/release")
                .addObject("referral", referral)
                .addObject("participant", offered.participant())
                .addObject("agency", offered.agency());
        try {
            ReleasePreview preview = release.preview(asked, purpose, referral, consent, wanted, reached);
            return choices(
                            page,
                            new Choosable(preview.consent(), preview.agreed(), preview.safeWays()),
                            preview.classes(),
                            preview.ways())
                    .addObject("preview", preview)
                    .addObject(
                            "classes",
                            preview.classes().stream()
                                    .map(each -> Phrase.of(CLASS + each))
                                    .toList());
        } catch (ReferralRefused refused) {
            // The refusal is on the record; why it was made says something of the person, so that it is told is, too.
            release.tellWhyNot(asked, purpose, offered);
            String field = refused.field();
            if (field != null && refused.isAboutChoice()) {
                choices(page, release.choosable(offered, consent, wanted), wanted, reached)
                        .addObject("errors", Map.of(field, refused.words()));
            }
            return page.addObject("refused", refused.words()).addObject("mayAsk", refused.isAboutConsent());
        }
    }

    private static @Nullable List<String> chosen(
            String choice, @Nullable List<String> values, @Nullable List<String> shown) {
        return values == null && shown != null && shown.contains(choice) ? List.of() : values;
    }

    private static ModelAndView choices(
            ModelAndView page, Choosable among, @Nullable List<String> classes, @Nullable List<String> ways) {
        return page.addObject("among", among)
                .addObject(
                        "classChoices",
                        among.agreed().stream()
                                .map(each -> new Choice(each, Phrase.of("command.referral.release.class." + each)))
                                .toList())
                .addObject(
                        "wayChoices",
                        among.safeWays().stream()
                                .map(each -> new Choice(each, Phrase.of("command.participant.channel." + each)))
                                .toList())
                .addObject("chosenClasses", classes == null ? among.agreed() : classes)
                .addObject("chosenWays", ways == null ? among.safeWays() : ways);
    }

    @PostMapping("/{id}/release")
    ResponseEntity<Void> release(
            Actor actor,
            RequestId request,
            PurposeOfUse purpose,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            PacketRelease said) {
        ReferralId referral = named(id, ReferralId::new);
        return Replies.seeOther(
                "/referrals/" + referral, release.release(Asked.by(actor, request, key), purpose, referral, said));
    }

    @PostMapping("/{id}/declining")
    ResponseEntity<Void> decline(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id) {
        ReferralId referral = named(id, ReferralId::new);
        return Replies.seeOther(
                actor.is(Role.COORDINATOR) ? "/referrals/" + referral : "/mine",
                desk.decline(Asked.by(actor, request, key), referral));
    }

    @PostMapping("/{id}/acceptance")
    ResponseEntity<Void> noteAcceptance(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id) {
        ReferralId referral = named(id, ReferralId::new);
        return Replies.seeOther("/referrals/" + referral, desk.noteAcceptance(Asked.by(actor, request, key), referral));
    }

    @PostMapping("/{id}/non-acceptance")
    ResponseEntity<Void> noteNonAcceptance(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String reason) {
        ReferralId referral = named(id, ReferralId::new);
        return Replies.seeOther(
                "/referrals/" + referral, desk.noteNonAcceptance(Asked.by(actor, request, key), referral, reason));
    }

    @PostMapping("/{id}/start")
    ResponseEntity<Void> noteStart(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id) {
        ReferralId referral = named(id, ReferralId::new);
        return Replies.seeOther("/referrals/" + referral, desk.noteStart(Asked.by(actor, request, key), referral));
    }

    @GetMapping("/{id}/outcome")
    ModelAndView newOutcome(Actor actor, RequestId request, @PathVariable String id) {
        ReferralId referral = named(id, ReferralId::new);
        desk.forCoordinator(Asked.by(actor, request, null), "GET /referrals/{id}/outcome", referral);
        return outcomeForm(referral, new ReferralResult(null, null));
    }

    @PostMapping("/{id}/outcome")
    ModelAndView recordOutcome(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            ReferralResult said) {
        ReferralId referral = named(id, ReferralId::new);
        return FormReply.to(
                done -> "/referrals/" + referral,
                outcomeForm(referral, said),
                () -> desk.recordOutcome(Asked.by(actor, request, key), referral, said));
    }

    private static ModelAndView outcomeForm(ReferralId referral, ReferralResult said) {
        return new ModelAndView("referral/outcome")
                .addObject("referral", referral)
                .addObject("said", said)
                .addObject("outcomes", Choice.under("command.referral.outcome.of.", ReferralEvent.Outcome.values()));
    }

    @PostMapping("/{id}/closing")
    ResponseEntity<Void> close(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id) {
        ReferralId referral = named(id, ReferralId::new);
        return Replies.seeOther("/referrals/" + referral, desk.close(Asked.by(actor, request, key), referral));
    }
}

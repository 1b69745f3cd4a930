package org.troth.command.referral;

import static org.troth.command.dispatch.Permits.named;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Replies;
import org.troth.command.dispatch.Replies.Done;
import org.troth.command.referral.ReferralRequest.NonAcceptance;
import org.troth.command.referral.ReferralRequest.NotAppropriate;
import org.troth.command.referral.ReferralRequest.PacketRelease;
import org.troth.command.referral.ReferralRequest.ReferralOffer;
import org.troth.command.referral.ReferralRequest.ReferralResult;
import org.troth.command.referral.ReferralRequest.ReleasePreview;
import org.troth.events.ReferralId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.disclosure.PurposeOfUse;

/** What can be done about a referral, as JSON: one POST per intention, and the preview of what would leave. */
@RestController
@RequestMapping("/api/v1/referrals")
class ReferralApi {

    private static final String KEY = "Idempotency-Key";

    private final ReferralDesk desk;
    private final ReleaseDesk release;

    ReferralApi(ReferralDesk desk, ReleaseDesk release) {
        this.desk = desk;
        this.release = release;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Done> offer(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody ReferralOffer body) {
        return Replies.created("/api/v1/referrals", desk.offer(Asked.by(actor, request, key), body));
    }

    /** That no referral is right now, and why: a decision like an offer. */
    @PostMapping("/not-appropriate")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Done> judgeNotAppropriate(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody NotAppropriate body) {
        return Replies.created("/api/v1/referrals", desk.judgeNotAppropriate(Asked.by(actor, request, key), body));
    }

    @PostMapping("/{id}/declining")
    ResponseEntity<Done> decline(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id) {
        return Replies.done(desk.decline(Asked.by(actor, request, key), named(id, ReferralId::new)));
    }

    @PostMapping("/{id}/acceptance")
    ResponseEntity<Done> noteAcceptance(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id) {
        return Replies.done(desk.noteAcceptance(Asked.by(actor, request, key), named(id, ReferralId::new)));
    }

    @PostMapping("/{id}/non-acceptance")
    ResponseEntity<Done> noteNonAcceptance(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable NonAcceptance body) {
        return Replies.done(desk.noteNonAcceptance(
                Asked.by(actor, request, key), named(id, ReferralId::new), body == null ? null : body.reason()));
    }

    /** The agency has begun. */
    @PostMapping("/{id}/start")
    ResponseEntity<Done> noteStart(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id) {
        return Replies.done(desk.noteStart(Asked.by(actor, request, key), named(id, ReferralId::new)));
    }

    @PostMapping("/{id}/outcome")
    ResponseEntity<Done> recordOutcome(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody ReferralResult body) {
        return Replies.done(desk.recordOutcome(Asked.by(actor, request, key), named(id, ReferralId::new), body));
    }

    @PostMapping("/{id}/closing")
    ResponseEntity<Done> close(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id) {
        return Replies.done(desk.close(Asked.by(actor, request, key), named(id, ReferralId::new)));
    }

    /** Exactly what would leave; nothing leaves by this. */
    @GetMapping("/{id}/release")
    ReleasePreview preview(
            Actor actor,
            RequestId request,
            PurposeOfUse purpose,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String consent,
            @RequestParam(required = false) @Nullable List<String> classes,
            @RequestParam(required = false) @Nullable List<String> ways) {
        return release.preview(
                Asked.by(actor, request, null), purpose, named(id, ReferralId::new), consent, classes, ways);
    }

    @PostMapping("/{id}/release")
    ResponseEntity<Done> release(
            Actor actor,
            RequestId request,
            PurposeOfUse purpose,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody PacketRelease body) {
        return Replies.done(release.release(Asked.by(actor, request, key), purpose, named(id, ReferralId::new), body));
    }
}

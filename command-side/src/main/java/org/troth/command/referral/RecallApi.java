package org.troth.command.referral;

import static org.troth.command.dispatch.Permits.named;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Replies;
import org.troth.command.dispatch.Replies.Done;
import org.troth.command.referral.ReferralRequest.RecallGiven;
import org.troth.command.referral.ReferralRequest.RecallToGive;
import org.troth.events.ReferralId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.disclosure.PurposeOfUse;

/** The notice that a consent was taken back, as JSON. */
@RestController
@RequestMapping("/api/v1/referrals/{id}/recall-notice")
class RecallApi {

    private final RecallDesk desk;

    RecallApi(RecallDesk desk) {
        this.desk = desk;
    }

    /** The notice for the agency; it holds nothing about the person. */
    @GetMapping
    RecallToGive toGive(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable String id) {
        return desk.toGive(Asked.by(actor, request, null), purpose, named(id, ReferralId::new));
    }

    /** The agency was given the notice. */
    @PostMapping
    ResponseEntity<Done> given(
            Actor actor,
            RequestId request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody RecallGiven body) {
        return Replies.done(desk.given(Asked.by(actor, request, key), named(id, ReferralId::new), body));
    }
}

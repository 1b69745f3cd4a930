package org.troth.command.referral;

import static org.troth.command.dispatch.Permits.named;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.troth.command.dispatch.Asked;
import org.troth.command.referral.AgencyRequest.OpeningMade;
import org.troth.command.referral.OpeningDesk.Made;
import org.troth.events.ReferralId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;

/** Openings for agencies, as JSON. */
@RestController
@RequestMapping("/api/v1/referrals/{id}/openings")
class OpeningApi {

    private final OpeningDesk desk;

    OpeningApi(OpeningDesk desk) {
        this.desk = desk;
    }

    /** A link and a code for the agency, to be told by two ways; every earlier opening ends. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    OpeningMade make(
            Actor actor,
            RequestId request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id) {
        Made made = desk.make(Asked.by(actor, request, key), named(id, ReferralId::new));
        AgencyKey secret = made.key();
        Instant until = made.until();
        return new OpeningMade(
                made.position(),
                secret == null ? null : AgencyForms.link(secret),
                secret == null ? null : secret.spoken(),
                until == null ? null : until.toString());
    }
}

package org.troth.command.consent;

import static org.troth.command.dispatch.Permits.named;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.troth.command.dispatch.Asked;
import org.troth.events.ConsentId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.disclosure.PurposeOfUse;

/** What the record says about a consent that was answered, as JSON. */
@RestController
@RequestMapping("/api/v1/consents")
class ReceiptApi {

    private final ReceiptDesk desk;

    ReceiptApi(ReceiptDesk desk) {
        this.desk = desk;
    }

    /** The receipt, with the fields of ISO/IEC TS 27560. */
    @GetMapping("/{id}/receipt")
    ConsentReceipt receipt(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable String id) {
        return desk.receipt(
                        Asked.by(actor, request, null),
                        purpose,
                        "GET /consents/{id}/receipt",
                        named(id, ConsentId::new))
                .receipt();
    }

    /** Whether it was in force at a moment, or at the end of a day. */
    @GetMapping("/{id}/standing")
    ConsentStanding standing(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String moment) {
        return desk.standing(
                Asked.by(actor, request, null),
                purpose,
                "GET /consents/{id}/standing",
                named(id, ConsentId::new),
                moment);
    }
}

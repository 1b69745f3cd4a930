package org.troth.command.referral;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.troth.command.referral.AgencyDesk.Caller;
import org.troth.command.referral.AgencyRequest.Answered;
import org.troth.command.referral.AgencyRequest.CannotHelp;
import org.troth.command.referral.AgencyRequest.Lying;
import org.troth.command.referral.AgencyRequest.Opening;
import org.troth.command.referral.AgencyRequest.Result;
import org.troth.command.referral.AgencyRequest.Sitting;
import org.troth.events.account.RequestId;

/** The same for an agency's programs, which need no token for it. No answer names a record or its place in the ledger. */
@RestController
@RequestMapping("/api/v1/deliveries")
class AgencyApi {

    private static final String KEY = "Idempotency-Key";

    private final AgencyDesk desk;

    AgencyApi(AgencyDesk desk) {
        this.desk = desk;
    }

    /** Begins the one sitting, and shows the packet. */
    @PostMapping("/opening")
    Lying open(RequestId request, HttpServletRequest from, @RequestBody Opening body) {
        return desk.open(caller(request, null, from), body);
    }

    /** The packet once more, within the sitting. */
    @PostMapping("/reading")
    Lying read(RequestId request, HttpServletRequest from, @RequestBody Sitting body) {
        return desk.read(caller(request, null, from), body);
    }

    @PostMapping("/acceptance")
    Answered accept(
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            HttpServletRequest from,
            @RequestBody Sitting body) {
        desk.accept(caller(request, key, from), body);
        return new Answered(true);
    }

    /** They cannot help; nothing opens any more. */
    @PostMapping("/non-acceptance")
    Answered cannotHelp(
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            HttpServletRequest from,
            @RequestBody CannotHelp body) {
        desk.cannotHelp(caller(request, key, from), body);
        return new Answered(true);
    }

    @PostMapping("/start")
    Answered start(
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            HttpServletRequest from,
            @RequestBody Sitting body) {
        desk.start(caller(request, key, from), body);
        return new Answered(true);
    }

    @PostMapping("/outcome")
    Answered recordOutcome(
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            HttpServletRequest from,
            @RequestBody Result body) {
        desk.recordOutcome(caller(request, key, from), body);
        return new Answered(true);
    }

    static Caller caller(RequestId request, @Nullable String key, HttpServletRequest from) {
        return new Caller(request.value(), key, from.getRemoteAddr());
    }
}

package org.troth.command.referral;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Permits;
import org.troth.command.dispatch.What;
import org.troth.events.ReferralId;
import org.troth.events.confidential.Codes;
import org.troth.events.confidential.Tags;
import org.troth.events.consent.ConsentInForce;
import org.troth.events.consent.Purpose;
import org.troth.events.consent.Recipient;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.Unit;
import org.troth.events.referral.ReferralEvent.ReferralOffered;

/** Makes openings for agencies: a link and a code, told once, of which only a keyed tag is kept. */
@Component
class OpeningDesk {

    private final ReferralDesk referrals;
    private final RecordedPackets packets;
    private final ConsentInForce consents;
    private final Dispatch dispatch;
    private final Permits permits;
    private final Tags tags;
    private final Codes codes;
    private final Clock clock;

    OpeningDesk(
            ReferralDesk referrals,
            RecordedPackets packets,
            ConsentInForce consents,
            Dispatch dispatch,
            Permits permits,
            Tags tags,
            Codes codes,
            Clock clock) {
        this.referrals = referrals;
        this.packets = packets;
        this.consents = consents;
        this.dispatch = dispatch;
        this.permits = permits;
        this.tags = tags;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * An opening that was made.
     *
     * @param key absent when this very request was answered before
     */
    record Made(
            long position,
            @Nullable AgencyKey key,
            @Nullable Instant until) {}

    /** A refused one is on the record too. */
    Made make(Asked asked, ReferralId id) {
        String route = "POST /referrals/{id}/openings";
        ReferralOffered offered = referrals.forCoordinator(asked, route, id);
        AtomicReference<@Nullable AgencyKey> made = new AtomicReference<>();
        Outcome outcome = permits.recordingRefusals(
                asked,
                route,
                offered.participant().value(),
                () -> dispatch.act(
                        asked.actor(),
                        asked.request(),
                        asked.key(),
                        What.of(route, id),
                        () -> intent(asked, id, made)));
        return outcome.repeated()
                ? new Made(outcome.position(), null, null)
                : new Made(
                        outcome.position(),
                        made.get(),
                        packets.of(id)
                                .orElseThrow(ReferralRefused::notSent)
                                .openings()
                                .usableUntil());
    }

    private Intent intent(Asked asked, ReferralId id, AtomicReference<@Nullable AgencyKey> made) {
        Handed handed = packets.of(id).orElseThrow(ReferralRefused::notSent);
        ConsentInForce.Answer consent = consents.covers(
                handed.sent().consent(),
                handed.participant(),
                Purpose.SHARING,
                Recipient.agency(handed.sent().agency()),
                handed.sent().classes(),
                LocalDate.now(clock));
        Precondition supported = packets.supported(handed.participant());
        AgencyKey key = AgencyKey.next(handed.openings().next(), codes);
        made.set(key);
        return new Intent(
                new MakeAgencyOpening(id, key.number(), consent),
                new Unit(asked.actor(), asked.request())
                        .provided(consent.preconditions())
                        .provided(supported)
                        .provided(packets.stillSafe(handed))
                        .taking(key.claim(tags)),
                id.toString());
    }
}

package org.troth.command.referral;

import java.util.List;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.Lookups;
import org.troth.events.ConsentId;
import org.troth.events.ReferralId;
import org.troth.events.account.Actor;
import org.troth.events.consent.ConsentEvent.ConsentWithdrawn;
import org.troth.events.recording.Streams;
import org.troth.events.recording.Unit;
import org.troth.events.referral.ReferralEvent.ReferralSent;
import org.troth.events.youth.YouthEvent.GuardianObjected;

/**
 * Calls back every referral that rests on a consent when it is withdrawn, by whoever had to agree. None is missed: a packet
 * leaves only on a consent that holds at that position, and facts arrive here in order of position, so that whatever left
 * before the withdrawal is remembered when the withdrawal arrives, however late that is.
 */
@Component
@ProcessingGroup("reactions")
class EndReferralWhenConsentWithdrawn {

    private static final String NAME = "end-referral-when-consent-withdrawn";

    private static final Actor SYSTEM = Actor.system(UUID.fromString("2f7c0e1a-93b5-4d0e-8a3e-6f1d5b2c7e02"));

    private final Lookups lookups;
    private final Streams streams;
    private final Dispatch dispatch;

    EndReferralWhenConsentWithdrawn(Lookups lookups, Streams streams, Dispatch dispatch) {
        this.lookups = lookups;
        this.streams = streams;
        this.dispatch = dispatch;
    }

    /** When it is late enough to see the withdrawal already, it does not wait for it. */
    @EventHandler
    void on(ReferralSent fact, @MessageIdentifier String eventId) {
        lookups.run(client -> client.sql("""
                        insert into lookups.referral_resting (consent, referral)
                        values (:consent, :referral)
                        on conflict do nothing""")
                .param("consent", fact.consent().value())
                .param("referral", fact.referral().value())
                .update());
        if (isWithdrawn(fact.consent())) {
            recall(fact.referral(), fact.consent(), UUID.fromString(eventId));
        }
    }

    private boolean isWithdrawn(ConsentId consent) {
        return streams.read(consent.toString(), 0).stream().anyMatch(each -> each.fact() instanceof ConsentWithdrawn);
    }

    @EventHandler
    void on(ConsentWithdrawn fact, @MessageIdentifier String eventId) {
        for (ReferralId referral : restingOn(fact.consent())) {
            recall(referral, fact.consent(), UUID.fromString(eventId));
        }
    }

    /** What a guardian takes back is called back alike. Who agrees again later lets new referrals leave, and none of these. */
    @EventHandler
    void on(GuardianObjected fact, @MessageIdentifier String eventId) {
        for (ReferralId referral : restingOn(fact.consent())) {
            recall(referral, fact.consent(), UUID.fromString(eventId));
        }
    }

    private List<ReferralId> restingOn(ConsentId consent) {
        return lookups.run(client -> client.sql(
                        "select referral from lookups.referral_resting where consent = :consent order by referral")
                .param("consent", consent.value())
                .query((row, number) -> new ReferralId(row.getObject("referral", UUID.class)))
                .list());
    }

    private void recall(ReferralId referral, ConsentId consent, UUID cause) {
        try {
            dispatch.react(
                    SYSTEM,
                    cause,
                    NAME + "/" + referral,
                    () -> new Intent(
                            new RecallReferral(referral, consent),
                            new Unit(SYSTEM, cause, cause),
                            referral.toString()));
        } catch (ReferralRefused alreadyRecalled) {
            if (!alreadyRecalled.rule().equals(ReferralRefused.recalled().rule())) {
                throw alreadyRecalled;
            }
        }
    }
}

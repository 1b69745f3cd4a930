package org.troth.command.message;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.springframework.stereotype.Component;
import org.troth.events.consent.ConsentEvent.ConsentAsked;
import org.troth.events.message.MessageEvent.Occasion;
import org.troth.events.presence.PresenceEvent.Asker;
import org.troth.events.presence.PresenceEvent.PresenceAsked;
import org.troth.events.referral.ReferralEvent.ReferralAccepted;
import org.troth.events.referral.ReferralEvent.ReferralNotAccepted;
import org.troth.events.youth.YouthEvent.CameOfAge;

/**
 * Tells the participant when a consent or somebody's presence is asked of them, when an agency has answered, and when they
 * came of age.
 */
@Component
@ProcessingGroup("reactions")
class TellParticipantWhenSomethingWaits {

    private final Queue queue;

    TellParticipantWhenSomethingWaits(Queue queue) {
        this.queue = queue;
    }

    @EventHandler
    void on(ConsentAsked fact, @MessageIdentifier String eventId) {
        queue.tell(fact.participant(), Occasion.CONSENT_ASKED, fact.consent().value(), eventId);
    }

    /** What a guardian had said yes to has ended; their page says so. */
    @EventHandler
    void on(CameOfAge fact, @MessageIdentifier String eventId) {
        queue.tell(fact.participant(), Occasion.CAME_OF_AGE, fact.participant().value(), eventId);
    }

    /** Whoever asked themselves knows. */
    @EventHandler
    void on(PresenceAsked fact, @MessageIdentifier String eventId) {
        if (fact.by() != Asker.PARTICIPANT) {
            queue.tell(
                    fact.participant(), Occasion.PRESENCE_ASKED, fact.presence().value(), eventId);
        }
    }

    @EventHandler
    void on(ReferralAccepted fact, @MessageIdentifier String eventId) {
        queue.tell(
                fact.participant(), Occasion.REFERRAL_ANSWERED, fact.referral().value(), eventId);
    }

    @EventHandler
    void on(ReferralNotAccepted fact, @MessageIdentifier String eventId) {
        queue.tell(
                fact.participant(), Occasion.REFERRAL_ANSWERED, fact.referral().value(), eventId);
    }
}

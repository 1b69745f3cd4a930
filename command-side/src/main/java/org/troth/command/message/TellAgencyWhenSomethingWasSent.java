package org.troth.command.message;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.springframework.stereotype.Component;
import org.troth.events.message.MessageEvent.Occasion;
import org.troth.events.referral.ReferralEvent.ReferralSent;

/** Tells an agency that something was sent to it; never what, of whom, or where to open it. */
@Component
@ProcessingGroup("reactions")
class TellAgencyWhenSomethingWasSent {

    private final Queue queue;

    TellAgencyWhenSomethingWasSent(Queue queue) {
        this.queue = queue;
    }

    @EventHandler
    void on(ReferralSent fact, @MessageIdentifier String eventId) {
        queue.tell(fact.agency(), Occasion.REFERRAL_SENT, fact.referral().value(), eventId);
    }
}

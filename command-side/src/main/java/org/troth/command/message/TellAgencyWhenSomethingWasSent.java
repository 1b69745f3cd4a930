package org.troth.command.message;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.springframework.stereotype.Component;
import org.troth.events.message.MessageEvent.Occasion;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;
import org.troth.events.referral.ReferralEvent.ReferralRecalled;
import org.troth.events.referral.ReferralEvent.ReferralSent;

/**
 * Tells an agency that something was sent to it, and that something it was sent was called back; never what, of whom, or
 * where to open it. Which one was called back it learns by the notice that a coordinator gives it.
 */
@Component
@ProcessingGroup("reactions")
class TellAgencyWhenSomethingWasSent {

    private final Queue queue;
    private final Streams streams;

    TellAgencyWhenSomethingWasSent(Queue queue, Streams streams) {
        this.queue = queue;
        this.streams = streams;
    }

    @EventHandler
    void on(ReferralSent fact, @MessageIdentifier String eventId) {
        queue.tell(fact.agency(), Occasion.REFERRAL_SENT, fact.referral().value(), eventId);
    }

    @EventHandler
    void on(ReferralRecalled fact, @MessageIdentifier String eventId) {
        for (RecordedFact each : streams.read(fact.referral().toString(), 0)) {
            if (each.fact() instanceof ReferralSent sent) {
                queue.tell(
                        sent.agency(),
                        Occasion.REFERRAL_RECALLED,
                        fact.referral().value(),
                        eventId);
            }
        }
    }
}

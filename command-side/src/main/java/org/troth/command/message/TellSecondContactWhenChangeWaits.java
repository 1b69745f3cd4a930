package org.troth.command.message;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.springframework.stereotype.Component;
import org.troth.events.matching.MatchingEvent.ChangeOverdue;
import org.troth.events.matching.MatchingEvent.SecondContactAsked;
import org.troth.events.message.MessageEvent.Occasion;

/** Tells the second contact when a change is overdue, and at once when they themselves are asked for one. */
@Component
@ProcessingGroup("reactions")
class TellSecondContactWhenChangeWaits {

    private final Queue queue;

    TellSecondContactWhenChangeWaits(Queue queue) {
        this.queue = queue;
    }

    @EventHandler
    void on(ChangeOverdue fact, @MessageIdentifier String eventId) {
        queue.tellSecondContact(Occasion.CHANGE_WAITS, fact.match().value(), eventId);
    }

    @EventHandler
    void on(SecondContactAsked fact, @MessageIdentifier String eventId) {
        queue.tellSecondContact(Occasion.CHANGE_WAITS, fact.match().value(), eventId);
    }
}

package org.troth.command.message;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.troth.events.message.MessageEvent.MessageGivenUp;
import org.troth.events.message.MessageEvent.MessageLeft;
import org.troth.events.message.MessageEvent.MessageQueued;
import org.troth.events.message.MessageEvent.MessageUnaccounted;
import org.troth.events.message.MessageEvent.MessageWithheld;

/** Remembers which messages are to be decided on, and forgets them when they have come to an end. */
@Component
@ProcessingGroup("reactions")
class KeepOutbox {

    private final Outbox outbox;

    KeepOutbox(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventHandler
    void on(MessageQueued fact) {
        outbox.remember(fact.message());
    }

    @EventHandler
    void on(MessageLeft fact) {
        outbox.forget(fact.message());
    }

    @EventHandler
    void on(MessageGivenUp fact) {
        outbox.forget(fact.message());
    }

    @EventHandler
    void on(MessageUnaccounted fact) {
        outbox.forget(fact.message());
    }

    @EventHandler
    void on(MessageWithheld fact) {
        outbox.forget(fact.message());
    }
}

package org.troth.command.account;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.troth.events.account.AccountEvent.AccountLeft;
import org.troth.events.account.AccountEvent.PasskeyRemoved;

/** Keeps no counter of a passkey that opens nothing any more. */
@Component
@ProcessingGroup("reactions")
class ForgetPasskeyCounters {

    private final PasskeyCounters counters;

    ForgetPasskeyCounters(PasskeyCounters counters) {
        this.counters = counters;
    }

    @EventHandler
    void on(PasskeyRemoved fact) {
        counters.forget(fact.passkey());
    }

    @EventHandler
    void on(AccountLeft fact) {
        counters.forgetAll(fact.account());
    }
}

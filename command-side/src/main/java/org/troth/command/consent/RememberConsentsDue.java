package org.troth.command.consent;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Lookups;
import org.troth.events.ConsentId;
import org.troth.events.consent.ConsentEvent.ConsentAsked;
import org.troth.events.consent.ConsentEvent.ConsentDeclined;
import org.troth.events.consent.ConsentEvent.ConsentExpired;
import org.troth.events.consent.ConsentEvent.ConsentGiven;
import org.troth.events.consent.ConsentEvent.ConsentWithdrawn;
import org.troth.events.recording.Remembering;

/** Remembers which consents have a last day, so that nobody need read every stream to see it pass. */
@Component
@ProcessingGroup("reactions")
class RememberConsentsDue implements Remembering {

    private final Lookups lookups;

    RememberConsentsDue(Lookups lookups) {
        this.lookups = lookups;
    }

    @EventHandler
    void on(ConsentAsked fact) {
        if (fact.lastDay() != null) {
            lookups.run(client -> client.sql("""
                insert into lookups.consent_due (consent, last_day, given)
                values (:consent, :lastDay, false)
                on conflict (consent) do nothing\
                """)
                    .param("consent", fact.consent().value())
                    .param("lastDay", fact.lastDay())
                    .update());
        }
    }

    @EventHandler
    void on(ConsentGiven fact) {
        lookups.run(client -> client.sql("update lookups.consent_due set given = true where consent = :consent")
                .param("consent", fact.consent().value())
                .update());
    }

    @EventHandler
    void on(ConsentDeclined fact) {
        forget(fact.consent());
    }

    @EventHandler
    void on(ConsentWithdrawn fact) {
        forget(fact.consent());
    }

    @EventHandler
    void on(ConsentExpired fact) {
        forget(fact.consent());
    }

    private void forget(ConsentId consent) {
        lookups.run(client -> client.sql("delete from lookups.consent_due where consent = :consent")
                .param("consent", consent.value())
                .update());
    }
}

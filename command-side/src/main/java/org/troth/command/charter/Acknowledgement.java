package org.troth.command.charter;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.troth.command.law.HouseLaw;
import org.troth.events.AcknowledgementId;
import org.troth.events.charter.CharterEvent.CharterAcknowledged;

/** That somebody has read one version of the charter: said once, and never taken back. */
@Aggregate
class Acknowledgement {

    // Read by the framework alone.
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable")
    private AcknowledgementId id;

    Acknowledgement() {}

    @CommandHandler
    Acknowledgement(AcknowledgeCharter command) {
        if (command.charter().version() != command.newest()) {
            throw CharterRefused.newerVersion();
        }
        apply(new CharterAcknowledged(
                command.acknowledgement(),
                command.by(),
                command.person(),
                command.charter(),
                HouseLaw.CHARTER_ACKNOWLEDGEMENT));
    }

    @EventSourcingHandler
    void on(CharterAcknowledged fact) {
        id = fact.acknowledgement();
    }
}

package org.troth.benchmarks;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.confidential.Sealed;

/** The benchmark's aggregate with sealed words, for Troth's own engine. */
class SealedTally {

    record Open(@TargetAggregateIdentifier UUID tally, UUID person, Sealed words) {}

    record Mark(@TargetAggregateIdentifier UUID tally, Sealed words) {}

    @AggregateIdentifier
    private UUID tally;

    private UUID person;
    private int marks;

    @SuppressWarnings("NullAway.Init") // filled from the facts
    SealedTally() {}

    @CommandHandler
    @SuppressWarnings("NullAway.Init")
    SealedTally(Open open) {
        apply(new TallyEvent.TallyOpened(open.tally(), open.person(), open.words()));
    }

    @CommandHandler
    void handle(Mark mark) {
        apply(new TallyEvent.TallyMarked(tally, person, marks + 1, mark.words()));
    }

    @EventSourcingHandler
    void on(TallyEvent.TallyOpened opened) {
        tally = opened.tally();
        person = opened.person();
    }

    @EventSourcingHandler
    void on(TallyEvent.TallyMarked marked) {
        marks = marked.mark();
    }
}

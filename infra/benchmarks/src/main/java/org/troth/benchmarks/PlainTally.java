package org.troth.benchmarks;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The same aggregate with its words in plain, for Axon's own JDBC engine. */
class PlainTally {

    record Open(@TargetAggregateIdentifier UUID tally, UUID person, String words) {}

    record Mark(@TargetAggregateIdentifier UUID tally, String words) {}

    record Opened(UUID tally, UUID person, String words) {}

    record Marked(UUID tally, UUID person, int mark, String words) {}

    @AggregateIdentifier
    private UUID tally;

    private UUID person;
    private int marks;

    @SuppressWarnings("NullAway.Init") // filled from the events
    PlainTally() {}

    @CommandHandler
    @SuppressWarnings("NullAway.Init")
    PlainTally(Open open) {
        apply(new Opened(open.tally(), open.person(), open.words()));
    }

    @CommandHandler
    void handle(Mark mark) {
        apply(new Marked(tally, person, marks + 1, mark.words()));
    }

    @EventSourcingHandler
    void on(Opened opened) {
        tally = opened.tally();
        person = opened.person();
    }

    @EventSourcingHandler
    void on(Marked marked) {
        marks = marked.mark();
    }
}

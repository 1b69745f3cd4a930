package org.troth.store.axon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.serialization.Serializer;
import org.troth.store.facts.FactStore;

/**
 * The parts of Axon that Troth runs on, made once for a store, and the check at start that a configuration uses these and
 * no others: a part that is silently replaced would run without transactions or write facts in plain.
 */
public final class AxonParts {

    private final FactEventStore eventStore;
    private final CommandBus commandBus;
    private final Serializer serializer = new TokensOnly();
    private final CommandTargetResolver targets = new CommandTargets();

    public AxonParts(FactStore store) {
        eventStore = FactEventStore.over(store);
        commandBus = new FactCommandBus(store.reader());
    }

    /** Runs each command on its caller's thread; opens no transaction. */
    public CommandBus commandBus() {
        return commandBus;
    }

    public EventStore eventStore() {
        return eventStore;
    }

    /** The record by position, facts of every category. */
    public StreamableMessageSource<TrackedEventMessage<?>> source() {
        return eventStore;
    }

    /** How an aggregate is to be configured: with our way of finding it. */
    public <A> AggregateConfigurer<A> aggregate(Class<A> type) {
        return AggregateConfigurer.defaultConfiguration(type).configureCommandTargetResolver(axon -> targets);
    }

    /** Opens nothing: for commands, never for projections. */
    public TransactionManager commandTransactions() {
        return OpensNothing.INSTANCE;
    }

    /** Writes positions and refuses everything else. */
    public Serializer serializer() {
        return serializer;
    }

    /**
     * Throws {@link IllegalStateException} naming every part that is not ours.
     *
     * @param tokens the token store of each processor, by its name; there may be no other processor
     * @param transactions the transaction manager of each processor, by its name
     */
    public void check(
            Configuration axon, Map<String, TokenStore> tokens, Map<String, TransactionManager> transactions) {
        List<String> foreign = new ArrayList<>();
        expect(axon.commandBus() == commandBus, "command bus", foreign);
        expect(axon.eventStore() == eventStore, "event store", foreign);
        expect(axon.eventBus() == eventStore, "event bus", foreign);
        expect(axon.serializer() == serializer, "serializer", foreign);
        expect(axon.eventSerializer() == serializer, "event serializer", foreign);
        expect(axon.messageSerializer() == serializer, "message serializer", foreign);
        expect(
                axon.getComponent(TransactionManager.class, () -> OpensNothing.INSTANCE) == OpensNothing.INSTANCE,
                "transaction manager",
                foreign);
        boolean processing =
                axon.getModules().stream().anyMatch(module -> module.isType(EventProcessingConfiguration.class));
        if (processing || !tokens.isEmpty()) {
            checkProcessors(axon.eventProcessingConfiguration(), tokens, transactions, foreign);
        }
        if (!foreign.isEmpty()) {
            throw new IllegalStateException("Axon runs with parts that are not Troth's: " + String.join(", ", foreign));
        }
    }

    private static void checkProcessors(
            EventProcessingConfiguration processing,
            Map<String, TokenStore> tokens,
            Map<String, TransactionManager> transactions,
            List<String> foreign) {
        Map<String, EventProcessor> processors = processing.eventProcessors();
        Collection<String> names = processors.keySet();
        expect(names.equals(tokens.keySet()), "processors " + names, foreign);
        expect(processing.sagaConfigurations().isEmpty(), "sagas", foreign);
        processors.forEach((name, processor) -> {
            expect(processor instanceof StreamingEventProcessor, "kind of the processor " + name, foreign);
            expect(processing.tokenStore(name) == tokens.get(name), "token store of " + name, foreign);
            expect(
                    processing.transactionManager(name) == transactions.get(name),
                    "transaction manager of " + name,
                    foreign);
            expect(processing.deadLetterQueue(name).isEmpty(), "dead-letter queue of " + name, foreign);
        });
    }

    private static void expect(boolean ours, String part, List<String> foreign) {
        if (!ours) {
            foreign.add(part);
        }
    }
}

package org.troth.command.record;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.troth.events.Fact;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Unit;

/** Axon on a {@link MemoryRecord}: finds the unit of the command and appends with it, as the real engine does. */
public final class MemoryEngine implements EventStorageEngine {

    private final MemoryRecord record;

    public MemoryEngine(MemoryRecord record) {
        this.record = record;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        CommandMessage<?> command = (CommandMessage<?>) CurrentUnitOfWork.get().getMessage();
        Unit unit = (Unit) command.getMetaData().get(Unit.KEY);
        List<NewFact> facts = events.stream().map(MemoryEngine::fact).toList();
        NewFact first = facts.get(0);
        if (record.lastSequence(first.aggregateId()) != first.sequence() - 1) {
            throw new ConcurrencyException("another command was recorded on this aggregate in between");
        }
        record.record(unit, facts);
    }

    private static NewFact fact(EventMessage<?> event) {
        DomainEventMessage<?> domain = (DomainEventMessage<?>) event;
        return new NewFact(domain.getType(), domain.getAggregateIdentifier(), domain.getSequenceNumber(), (Fact)
                domain.getPayload());
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        return DomainEventStream.of(record.read(aggregateIdentifier, firstSequenceNumber).stream()
                .map(fact -> new GenericDomainEventMessage<>(
                        fact.aggregateType(),
                        fact.aggregateId(),
                        fact.sequence(),
                        fact.fact(),
                        fact.metadata(),
                        fact.eventId().toString(),
                        fact.recordedAt())));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        long last = record.lastSequence(aggregateIdentifier);
        return last < 0 ? Optional.empty() : Optional.of(last);
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("no snapshots in memory");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return Optional.empty();
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(TrackingToken trackingToken, boolean mayBlock) {
        return Stream.empty();
    }
}

package org.troth.store.axon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.troth.events.Fact;
import org.troth.events.recording.ClaimTaken;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Overtaken;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Unit;
import org.troth.store.facts.FactReader;
import org.troth.store.facts.NewEvent;
import org.troth.store.facts.Outcome;
import org.troth.store.facts.Recorder;
import org.troth.store.facts.Refusal;

/**
 * Puts the events of a command on the record, together with all that its {@link Unit} says. One append to a command:
 * what returns is durable. There are no snapshots.
 */
final class FactEngine implements EventStorageEngine {

    private static final String APPENDED = FactEngine.class.getName() + ".appended";

    private final Recorder recorder;
    private final FactReader reader;

    FactEngine(Recorder recorder, FactReader reader) {
        this.recorder = recorder;
        this.reader = reader;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        if (!CurrentUnitOfWork.isStarted()) {
            throw new IllegalStateException("an event outside a command");
        }
        UnitOfWork<?> root = CurrentUnitOfWork.get().root();
        if (root.resources().putIfAbsent(APPENDED, Boolean.TRUE) != null) {
            throw new IllegalStateException("a second append in one command");
        }
        if (!(root.getMessage().getMetaData().get(Unit.KEY) instanceof Unit unit)) {
            throw new IllegalStateException("a command without a unit");
        }
        List<NewEvent> facts = new ArrayList<>(events.size());
        for (EventMessage<?> event : events) {
            facts.add(fact(event));
        }
        Attempt attempt = Attempt.current();
        if (attempt != null) {
            attempt.appends();
        }
        Outcome outcome = recorder.append(unit, facts);
        if (outcome instanceof Outcome.Refused refused) {
            if (attempt != null) {
                attempt.refused();
            }
            throw refusal(refused.refusal());
        }
    }

    private static NewEvent fact(EventMessage<?> event) {
        if (!(event instanceof DomainEventMessage<?> domain) || !(domain.getPayload() instanceof Fact fact)) {
            throw new IllegalStateException("an event that is no fact of an aggregate: "
                    + event.getPayloadType().getName());
        }
        return new NewEvent(
                UUID.fromString(event.getIdentifier()),
                new NewFact(domain.getType(), domain.getAggregateIdentifier(), domain.getSequenceNumber(), fact));
    }

    private static RuntimeException refusal(Refusal refusal) {
        if (refusal instanceof Refusal.StreamExists) {
            return new AggregateStreamCreationException("this aggregate exists already");
        }
        if (refusal instanceof Refusal.StreamMoved) {
            return new ConcurrencyException("another command was recorded on this aggregate in between");
        }
        if (refusal instanceof Refusal.Taken taken) {
            return new ClaimTaken(taken.kind());
        }
        return new Overtaken();
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        Attempt attempt = Attempt.current();
        if (attempt != null && firstSequenceNumber == 0) {
            List<RecordedFact> lastSeen = reader.lastSeen(aggregateIdentifier);
            if (!lastSeen.isEmpty()) {
                attempt.usedLastSeen(aggregateIdentifier);
                return events(lastSeen);
            }
        }
        return events(reader.stream(aggregateIdentifier, firstSequenceNumber));
    }

    private static DomainEventStream events(List<RecordedFact> facts) {
        List<DomainEventMessage<?>> events = new ArrayList<>(facts.size());
        for (RecordedFact fact : facts) {
            events.add(Events.of(fact));
        }
        return DomainEventStream.of(events);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        OptionalLong last = reader.lastSequence(aggregateIdentifier);
        return last.isPresent() ? Optional.of(last.getAsLong()) : Optional.empty();
    }

    /** All events after the token that are durable now. */
    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(TrackingToken trackingToken, boolean mayBlock) {
        long size = reader.head().size();
        return Stream.iterate(
                        reader.after(FactStream.position(trackingToken), FactStream.MOST_ROWS, size),
                        rows -> !rows.isEmpty(),
                        rows -> reader.after(rows.get(rows.size() - 1).position(), FactStream.MOST_ROWS, size))
                .flatMap(List::stream)
                .map(row -> Events.tracked(reader, row));
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return Optional.empty();
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("there are no snapshots: aggregates are short");
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(-1);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(reader.head().size() - 1);
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        throw new UnsupportedOperationException("the record is followed by position, not by time");
    }
}

package org.troth.store.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.troth.events.ParticipantId;
import org.troth.events.confidential.TagKind;
import org.troth.events.keys.KeyEvent;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.participant.ParticipantEvent.ParticipantEnrolled;
import org.troth.events.recording.Claim;
import org.troth.events.recording.ClaimTaken;
import org.troth.events.recording.Metadata;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Overtaken;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.Unit;
import org.troth.store.facts.FactStore;
import org.troth.store.facts.House;

class RunningCommandsIT {

    record Enquire(@TargetAggregateIdentifier ParticipantId participant) {}

    record Enrol(@TargetAggregateIdentifier ParticipantId participant, int times) {}

    /** Passes only for somebody who is not enrolled. */
    record EnrolFirst(@TargetAggregateIdentifier ParticipantId participant) {}

    /** Passes only for somebody who is enrolled; for the others it decides nothing or refuses. */
    record EnrolAgain(@TargetAggregateIdentifier ParticipantId participant, boolean refuses) {}

    record EnrolThenFail(@TargetAggregateIdentifier ParticipantId participant) {}

    static class Person {
        @AggregateIdentifier
        private ParticipantId participant;

        private boolean enrolled;

        Person() {}

        @CommandHandler
        Person(Enquire enquire) {
            apply(new EnquiryReceived(enquire.participant(), "housing", "en", null));
        }

        @CommandHandler
        void handle(Enrol enrol) {
            for (int i = 0; i < enrol.times(); i++) {
                apply(new ParticipantEnrolled(participant, House.LAW));
            }
        }

        @CommandHandler
        void handle(EnrolFirst enrol) {
            if (enrolled) {
                throw new IllegalStateException("enrolled already");
            }
            apply(new ParticipantEnrolled(participant, House.LAW));
        }

        @CommandHandler
        void handle(EnrolAgain enrol) {
            if (enrolled) {
                apply(new ParticipantEnrolled(participant, House.LAW));
            } else if (enrol.refuses()) {
                throw new IllegalStateException("never enrolled");
            }
        }

        @CommandHandler
        void handle(EnrolThenFail enrol) {
            apply(new ParticipantEnrolled(participant, House.LAW));
            throw new IllegalStateException("decided otherwise");
        }

        @EventSourcingHandler
        void on(EnquiryReceived received) {
            participant = received.participant();
        }

        @EventSourcingHandler
        void on(ParticipantEnrolled event) {
            enrolled = true;
        }
    }

    private final House house = new House();
    private FactStore store;
    private AxonParts parts;
    private Configuration axon;

    @BeforeEach
    void open() {
        store = house.node();
        parts = new AxonParts(store);
        axon = configured(parts).start();
    }

    private static org.axonframework.config.Configurer configured(AxonParts parts) {
        return DefaultConfigurer.defaultConfiguration(false)
                .configureCommandBus(c -> parts.commandBus())
                .configureEventStore(c -> parts.eventStore())
                .configureSerializer(c -> parts.serializer())
                .configureEventSerializer(c -> parts.serializer())
                .configureMessageSerializer(c -> parts.serializer())
                .configureTransactionManager(c -> parts.commandTransactions())
                .configureAggregate(parts.aggregate(Person.class));
    }

    @AfterEach
    void close() {
        axon.shutdown();
        house.close();
    }

    @Test
    void recordsWhatAnAggregateDecides() throws Exception {
        ParticipantId participant = House.somebody();
        Unit unit = House.unit();

        send(new Enquire(participant), House.unit());
        send(new Enrol(participant, 2), unit);

        DomainEventStream events = parts.eventStore().readEvents(participant.toString());
        List<Object> payloads = new ArrayList<>();
        events.asStream().forEach(event -> {
            payloads.add(event.getPayload());
            assertThat(event.getType()).isEqualTo("Person");
            assertThat(event.getMetaData()).containsOnlyKeys(Metadata.ACTOR, Metadata.ROLES, Metadata.REQUEST);
        });
        assertThat(payloads).hasSize(3).first().isInstanceOf(EnquiryReceived.class);
        assertThat(unit.position()).hasValue(store.head().size() - 1);
        assertThat(parts.eventStore().lastSequenceNumberFor(participant.toString()))
                .hasValue(2L);
    }

    @Test
    void recordsNothingOfACommandThatFails() throws Exception {
        ParticipantId participant = House.somebody();
        send(new Enquire(participant), House.unit());
        Unit unit = House.unit();

        assertThatThrownBy(() -> send(new EnrolThenFail(participant), unit)).hasMessage("decided otherwise");

        assertThat(unit.position()).isEmpty();
        assertThat(store.streams().lastSequence(participant.toString())).isZero();
    }

    @Test
    void refusesAsAxonExpects() throws Exception {
        ParticipantId participant = House.somebody();
        send(new Enquire(participant), House.unit());

        assertThatThrownBy(() -> send(new Enquire(participant), House.unit()))
                .isInstanceOf(AggregateStreamCreationException.class)
                .hasMessageNotContaining(participant.toString());
        assertThatThrownBy(() -> send(new Enrol(House.somebody(), 1), House.unit()))
                .isInstanceOf(AggregateNotFoundException.class);
        assertThatThrownBy(() -> send(new Enrol(participant, 1), House.unit().provided(new Precondition("other", 4))))
                .isInstanceOf(Overtaken.class);
        Claim claim = new Claim(TagKind.OPEN_MATCH, new byte[] {4});
        send(new Enquire(House.somebody()), House.unit().taking(claim));
        assertThatThrownBy(() -> send(new Enrol(participant, 1), House.unit().taking(claim)))
                .isInstanceOf(ClaimTaken.class);
        assertThat(store.streams().lastSequence(participant.toString())).isZero();
    }

    @Test
    void letsOneOfTwoConcurrentCommandsPass() throws Exception {
        ParticipantId participant = House.somebody();
        send(new Enquire(participant), House.unit());
        int refused = 0;
        for (int round = 0; round < 20; round++) {
            List<CompletableFuture<Boolean>> both = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                both.add(CompletableFuture.supplyAsync(() -> {
                    try {
                        send(new Enrol(participant, 1), House.unit());
                        return true;
                    } catch (ConcurrencyException e) {
                        return false;
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }));
            }
            for (CompletableFuture<Boolean> one : both) {
                refused += one.get() ? 0 : 1;
            }
        }
        assertThat(store.streams().lastSequence(participant.toString())).isEqualTo(40 - refused);
    }

    @Test
    void decidesAgainFromTheRecordWhatAnotherNodeHasOvertaken() throws Exception {
        FactStore another = house.node();
        for (boolean refuses : List.of(true, false)) {
            ParticipantId participant = House.somebody();
            send(new Enquire(participant), House.unit());
            assertThat(store.reader().lastSeen(participant.toString())).hasSize(1);
            another.recorder().record(House.unit(), List.of(House.enrolment(participant, 1)));
            assertThat(store.reader().lastSeen(participant.toString())).hasSize(1);
            Unit unit = House.unit();

            send(new EnrolAgain(participant, refuses), unit);

            assertThat(unit.position()).hasValue(store.head().size() - 1);
            assertThat(store.streams().lastSequence(participant.toString())).isEqualTo(2);
        }
        ParticipantId participant = House.somebody();
        send(new Enquire(participant), House.unit());
        another.recorder().record(House.unit(), List.of(House.enrolment(participant, 1)));

        assertThatThrownBy(() -> send(new EnrolFirst(participant), House.unit()))
                .hasMessage("enrolled already");
        assertThat(store.streams().lastSequence(participant.toString())).isEqualTo(1);
    }

    @Test
    void loadsNothingFromWhatItSawBeforeAKeyWasDestroyed() throws Exception {
        ParticipantId participant = House.somebody();
        send(new Enquire(participant), House.unit());
        assertThat(store.reader().lastSeen(participant.toString())).hasSize(1);

        UUID owner = UUID.randomUUID();
        house.node()
                .recorder()
                .record(
                        House.unit(),
                        List.of(new NewFact(
                                "Keys",
                                KeyEvent.stream(owner),
                                0,
                                new KeyEvent.KeyDestroyed(owner, List.of(UUID.randomUUID()), "test"))));
        send(new Enquire(House.somebody()), House.unit());

        assertThat(store.reader().lastSeen(participant.toString())).isEmpty();
    }

    @Test
    void refusesCommandsThatNameNoTargetOrTwo() {
        record Nowhere(ParticipantId participant) {}
        record Twice(
                @TargetAggregateIdentifier ParticipantId one,
                @TargetAggregateIdentifier ParticipantId other) {}
        CommandTargets targets = new CommandTargets();
        ParticipantId participant = House.somebody();

        assertThat(targets.resolveTarget(new GenericCommandMessage<>(new Enquire(participant)))
                        .getIdentifier())
                .isEqualTo(participant.toString());
        for (Object command :
                List.of(new Nowhere(participant), new Twice(participant, participant), new Enquire(null), "a text")) {
            assertThatThrownBy(() -> targets.resolveTarget(new GenericCommandMessage<>(command)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining(participant.toString());
        }
    }

    @Test
    void refusesEventsThatComeWithoutAUnitOrASecondTime() {
        ParticipantId participant = House.somebody();
        assertThatThrownBy(() -> send(new Enquire(participant), null)).hasMessageContaining("without a unit");
        assertThatThrownBy(() -> parts.eventStore()
                        .publish(GenericEventMessage.asEventMessage(new EnquiryReceived(participant, "a", "b", null))))
                .hasMessageContaining("outside a command");

        FactEngine engine = new FactEngine(store.recorder(), store.reader());
        DefaultUnitOfWork<?> command =
                DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>("any", Map.of(Unit.KEY, House.unit())));
        engine.appendEvents(List.of(first(House.somebody())));
        assertThatThrownBy(() -> engine.appendEvents(List.of(first(House.somebody()))))
                .hasMessageContaining("second append");
        command.rollback();
    }

    private static org.axonframework.eventhandling.DomainEventMessage<?> first(ParticipantId participant) {
        return new org.axonframework.eventhandling.GenericDomainEventMessage<>(
                "Person", participant.toString(), 0, new EnquiryReceived(participant, "a", "b", null));
    }

    @Test
    void hasNoSnapshots() {
        FactEngine engine = new FactEngine(store.recorder(), store.reader());
        assertThat(engine.readSnapshot("any")).isEmpty();
        assertThatThrownBy(() -> engine.storeSnapshot(first(House.somebody())))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> parts.serializer()
                        .serialize(new EnquiryReceived(House.somebody(), "a", "b", null), byte[].class))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void checksThatEveryPartIsOurs() {
        parts.check(axon, Map.of(), Map.of());

        assertThatThrownBy(() -> new AxonParts(store).check(axon, Map.of(), Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("command bus", "event store", "serializer");

        Configuration foreign = DefaultConfigurer.defaultConfiguration(false)
                .configureCommandBus(c -> parts.commandBus())
                .configureEmbeddedEventStore(c -> new InMemoryEventStorageEngine())
                .configureSerializer(c -> parts.serializer())
                .configureEventSerializer(c -> parts.serializer())
                .configureMessageSerializer(c -> parts.serializer())
                .configureTransactionManager(c -> org.axonframework.common.transaction.NoTransactionManager.INSTANCE)
                .buildConfiguration();
        assertThatThrownBy(() -> parts.check(foreign, Map.of(), Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("event store", "transaction manager")
                .hasMessageNotContaining("command bus");
    }

    private Object send(Object command, Unit unit) throws Exception {
        CompletableFuture<CommandResultMessage<?>> result = new CompletableFuture<>();
        axon.commandBus()
                .dispatch(
                        new GenericCommandMessage<>(command, unit == null ? Map.of() : Map.of(Unit.KEY, unit)),
                        (message, answer) -> result.complete(answer));
        try {
            CommandResultMessage<?> answer = result.get();
            if (answer.isExceptional()) {
                Throwable cause = answer.exceptionResult();
                if (cause instanceof Exception exception) {
                    throw exception;
                }
                throw new AssertionError(cause);
            }
            return answer;
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}

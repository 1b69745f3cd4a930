package org.troth.store.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.troth.events.ParticipantId;
import org.troth.events.confidential.Unreadable;
import org.troth.events.disclosure.DisclosureEvent.LogRead;
import org.troth.events.disclosure.DisclosureEvent.RecordDisclosed;
import org.troth.events.keys.KeyEvent;
import org.troth.events.ledger.LedgerEvent;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.participant.ParticipantEvent.ParticipantEnrolled;
import org.troth.events.recording.RecordUnavailable;
import org.troth.events.recording.Remembering;
import org.troth.store.facts.FactStore;
import org.troth.store.facts.House;
import org.troth.store.facts.Purged;

class FollowingTheRecordIT {

    private final House house = new House();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void handsOverEveryFactInOrderWithItsPosition() throws Exception {
        FactStore store = house.node();
        AxonParts parts = new AxonParts(store);
        ParticipantId participant = House.somebody();
        for (int i = 0; i < 300; i++) {
            store.recorder().record(House.unit(), List.of(House.enquiry(House.somebody())));
        }
        store.recorder().record(House.unit(), List.of(house.enquiryWithWords(participant, "words")));

        List<TrackedEventMessage<?>> all = new ArrayList<>();
        try (BlockingStream<TrackedEventMessage<?>> stream = parts.source().openStream(null)) {
            while (stream.hasNextAvailable()) {
                assertThat(stream.peek()).isPresent();
                all.add(stream.nextAvailable());
            }
        }
        assertThat(all)
                .extracting(each -> each.trackingToken().position().getAsLong())
                .containsExactlyElementsOf(
                        LongStream.range(0, store.head().size()).boxed().toList());
        assertThat(all.get(0).getPayload()).isInstanceOf(LedgerEvent.LedgerOpened.class);
        assertThat(all.get(all.size() - 2).getPayload()).isInstanceOf(KeyEvent.KeyCreated.class);
        DomainEventMessage<?> last = (DomainEventMessage<?>) all.get(all.size() - 1);
        assertThat(last.getAggregateIdentifier()).isEqualTo(participant.toString());
        assertThat(store.reader().stream(participant.toString(), 0).get(0).eventId())
                .hasToString(last.getIdentifier());

        try (BlockingStream<TrackedEventMessage<?>> stream =
                parts.source().openStream(all.get(299).trackingToken())) {
            assertThat(stream.nextAvailable().trackingToken())
                    .isEqualTo(all.get(300).trackingToken());
        }
        assertThat(new FactEngine(store.recorder(), store.reader()).readEvents((TrackingToken) null, false))
                .hasSize(all.size());
        assertThat(parts.source().createHeadToken()).isEqualTo(last(all));
        assertThat(parts.source().createTailToken()).isEqualTo(new GlobalSequenceTrackingToken(-1));
        assertThatThrownBy(() -> parts.source()
                        .openStream(new GlobalSequenceTrackingToken(store.head().size())))
                .isInstanceOf(IllegalStateException.class);
    }

    private static TrackingToken last(List<TrackedEventMessage<?>> all) {
        return all.get(all.size() - 1).trackingToken();
    }

    @Test
    void wakesReadersOfOtherNodesWithinFiftyMilliseconds() throws Exception {
        FactStore writer = house.node();
        FactStore reader = house.node();
        writer.recorder().record(House.unit(), List.of(House.enquiry(House.somebody())));
        try (BlockingStream<TrackedEventMessage<?>> stream = new AxonParts(reader)
                .source()
                .openStream(new GlobalSequenceTrackingToken(writer.head().size() - 1))) {
            long[] nanos = new long[21];
            for (int round = 0; round < nanos.length; round++) {
                writer.recorder().record(House.unit(), List.of(House.enquiry(House.somebody())));
                long start = System.nanoTime();
                assertThat(stream.hasNextAvailable(5, TimeUnit.SECONDS)).isTrue();
                nanos[round] = System.nanoTime() - start;
                stream.nextAvailable();
                Thread.sleep(round % 2 == 0 ? 1 : 60);
            }
            Arrays.sort(nanos);
            assertThat(Duration.ofNanos(nanos[nanos.length / 2])).isLessThan(Duration.ofMillis(50));
        }
    }

    @Test
    void wakesReadersOfItsOwnNodeAtOnce() throws Exception {
        FactStore store = house.node();
        AtomicInteger called = new AtomicInteger();
        try (BlockingStream<TrackedEventMessage<?>> stream = new AxonParts(store)
                .source()
                .openStream(new GlobalSequenceTrackingToken(store.head().size() - 1))) {
            assertThat(stream.setOnAvailableCallback(called::incrementAndGet)).isTrue();
            assertThat(stream.hasNextAvailable()).isFalse();
            assertThat(stream.peek()).isEmpty();
            store.recorder().record(House.unit(), List.of(House.enquiry(House.somebody())));
            assertThat(called).hasPositiveValue();
            assertThat(stream.hasNextAvailable()).isTrue();
        }
        int before = called.get();
        store.recorder().record(House.unit(), List.of(House.enquiry(House.somebody())));
        assertThat(called).hasValue(before);
    }

    @Test
    void tellsReadersOfManyLooksAtOnceAndOfAnythingElseAtOnce() throws Exception {
        FactStore store = house.node();
        AtomicInteger called = new AtomicInteger();
        try (BlockingStream<TrackedEventMessage<?>> stream = new AxonParts(store)
                .source()
                .openStream(new GlobalSequenceTrackingToken(store.head().size() - 1))) {
            stream.setOnAvailableCallback(called::incrementAndGet);
            long start = System.nanoTime();
            int looks = 0;
            while (System.nanoTime() - start < Duration.ofMillis(500).toNanos()) {
                store.recorder().record(House.unit(), List.of(House.look(House.somebody())));
                looks++;
            }
            assertThat(called).hasValueLessThanOrEqualTo(500 / 50 + 1);
            for (int seen = 0; seen < looks; seen++) {
                assertThat(stream.hasNextAvailable(1, TimeUnit.SECONDS)).isTrue();
                assertThat(stream.nextAvailable().getPayload()).isInstanceOf(RecordDisclosed.class);
            }

            int before = called.get();
            store.recorder().record(House.unit(), List.of(House.look(House.somebody())));
            store.recorder().record(House.unit(), List.of(House.logReading()));
            assertThat(called).hasValueGreaterThan(before);
            assertThat(stream.nextAvailable().getPayload()).isInstanceOf(RecordDisclosed.class);
            assertThat(stream.nextAvailable().getPayload()).isInstanceOf(LogRead.class);
        }
    }

    @Test
    void tellsReadersOfALastLookThatNothingFollows() throws Exception {
        FactStore store = house.node();
        CountDownLatch told = new CountDownLatch(1);
        try (BlockingStream<TrackedEventMessage<?>> stream = new AxonParts(store)
                .source()
                .openStream(new GlobalSequenceTrackingToken(store.head().size() - 1))) {
            stream.setOnAvailableCallback(told::countDown);
            store.recorder().record(House.unit(), List.of(House.look(House.somebody())));
            assertThat(told.await(900, TimeUnit.MILLISECONDS)).isTrue();
        }
    }

    @Test
    void stopsAtATamperedFactAndPassesAPurgedOne() throws Exception {
        FactStore store = house.node();
        ParticipantId participant = House.somebody();
        long purged = store.recorder().record(House.unit(), List.of(House.enquiry(participant)));
        long tampered = store.recorder().record(House.unit(), List.of(House.enrolment(participant, 1)));
        house.tamper(
                "update facts.fact set ct = null where position = " + purged,
                "update facts.fact set ct = set_byte(ct, 3, get_byte(ct, 3) # 1) where position = " + tampered);

        try (BlockingStream<TrackedEventMessage<?>> stream =
                new AxonParts(store).source().openStream(new GlobalSequenceTrackingToken(purged - 1))) {
            TrackedEventMessage<?> first = stream.nextAvailable();
            assertThat(first.getPayload()).isEqualTo(new Purged(purged));
            assertThat(first.trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(purged));
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(stream::nextAvailable)
                        .isInstanceOfSatisfying(
                                Unreadable.class, e -> assertThat(e.why()).isEqualTo(Unreadable.Why.TAMPERED));
            }
        }
    }

    public static class Counting {
        final List<Long> positions = new CopyOnWriteArrayList<>();

        @EventHandler
        void on(EnquiryReceived fact, TrackingToken token) {
            positions.add(token.position().getAsLong());
        }
    }

    @Test
    void drivesAPooledProcessorAndItsTokenPassesWhatNobodyHandles() throws Exception {
        FactStore store = house.node();
        Counting counting = new Counting();
        InMemoryTokenStore tokens = new InMemoryTokenStore();
        var coordinator = java.util.concurrent.Executors.newSingleThreadScheduledExecutor();
        var worker = java.util.concurrent.Executors.newSingleThreadScheduledExecutor();
        PooledStreamingEventProcessor processor = PooledStreamingEventProcessor.builder()
                .name("views")
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(counting)
                        .build())
                .messageSource(new AxonParts(store).source())
                .tokenStore(tokens)
                .transactionManager(NoTransactionManager.INSTANCE)
                .initialSegmentCount(1)
                .initialToken(source -> source.createTailToken())
                .coordinatorExecutor(coordinator)
                .workerExecutor(worker)
                .errorHandler(PropagatingErrorHandler.INSTANCE)
                .claimExtensionThreshold(200)
                .build();
        processor.start();
        try {
            List<Long> recorded = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                ParticipantId participant = House.somebody();
                recorded.add(store.recorder().record(House.unit(), List.of(House.enquiry(participant))));
                store.recorder().record(House.unit(), List.of(House.enrolment(participant, 1)));
            }
            eventually(() -> assertThat(counting.positions).containsExactlyElementsOf(recorded));
            eventually(() -> assertThat(tokens.fetchToken("views", 0).position())
                    .hasValue(store.head().size() - 1));
        } finally {
            processor.shutDown();
            coordinator.shutdown();
            worker.shutdown();
        }
    }

    public static class Ending {
        final List<String> seen = new CopyOnWriteArrayList<>();
        volatile RuntimeException failure;
        volatile int failures;

        @EventHandler
        void on(ParticipantEnrolled fact, EventMessage<?> event) {
            if (failures > 0) {
                failures--;
                throw failure;
            }
            seen.add(fact.participant().toString());
        }
    }

    @Test
    void reactsOnceToEachFactAndNeverToWhatWasBefore() {
        FactStore store = house.node();
        ParticipantId early = House.somebody();
        store.recorder().record(House.unit(), List.of(House.enquiry(early), House.enrolment(early, 1)));
        Ending ending = new Ending();
        ParticipantId first = House.somebody();
        ParticipantId second = House.somebody();
        ParticipantId third = House.somebody();
        try (Reactions reactions = reactions(store, ending)) {
            reactions.start();
            record(store, first);
            eventually(() -> assertThat(ending.seen).containsExactly(first.toString()));

            ending.failure = new RecordUnavailable();
            ending.failures = 3;
            record(store, second);
            eventually(() -> assertThat(ending.seen).containsExactly(first.toString(), second.toString()));
            assertThat(reactions.outcomes()).isEmpty();

            ending.failure = new UnsupportedOperationException("words of a person");
            ending.failures = 1;
            record(store, third);
            eventually(() -> assertThat(reactions.outcomes()).singleElement().satisfies(parked -> {
                assertThat(parked.kind()).isEqualTo(ReactionOutcome.Kind.PARKED);
                assertThat(parked.cause()).isEqualTo(UnsupportedOperationException.class.getName());
                assertThat(parked.reaction()).isEqualTo("Ending");
            }));
            assertThat(reactions.forgetRefused(Instant.now().plusSeconds(60)))
                    .as("what was parked waits for somebody")
                    .isZero();
            assertThat(reactions.retry(reactions.outcomes().get(0))).isTrue();
            assertThat(ending.seen).contains(third.toString());
            assertThat(reactions.outcomes()).isEmpty();

            ending.failure = new IllegalArgumentException("a rule");
            ending.failures = 1;
            record(store, House.somebody());
            eventually(() -> assertThat(reactions.outcomes())
                    .extracting(ReactionOutcome::kind)
                    .containsExactly(ReactionOutcome.Kind.REFUSED));
            eventually(() ->
                    assertThat(reactions.position()).isEqualTo(store.head().size() - 1));
            assertThat(reactions.forgetRefused(Instant.now().minusSeconds(60))).isZero();
            assertThat(reactions.outcomes()).hasSize(1);
            assertThat(reactions.forgetRefused(Instant.now().plusSeconds(60))).isEqualTo(1);
            assertThat(reactions.outcomes()).isEmpty();
        }
        ParticipantId fourth = House.somebody();
        record(store, fourth);
        Ending again = new Ending();
        try (Reactions reactions = reactions(store, again)) {
            reactions.start();
            eventually(() -> assertThat(again.seen).containsExactly(fourth.toString()));
        }
    }

    @Test
    void reactsOnOneNodeAtATime() {
        FactStore store = house.node();
        FactStore other = house.node();
        Ending here = new Ending();
        Ending there = new Ending();
        try (Reactions one = reactions(store, here);
                Reactions two = reactions(other, there)) {
            one.start();
            two.start();
            for (int i = 0; i < 20; i++) {
                record(i % 2 == 0 ? store : other, House.somebody());
            }
            eventually(() -> assertThat(here.seen.size() + there.seen.size()).isEqualTo(20));
            assertThat(Math.min(here.seen.size(), there.seen.size())).isZero();
            one.close();
            two.close();
        }
    }

    public static class RememberingEnrolments extends Ending implements Remembering {}

    @Test
    void tellsThoseThatOnlyRememberWhatWasBeforeAndOthersNot() {
        FactStore store = house.node();
        List<String> before = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            ParticipantId participant = House.somebody();
            record(store, participant);
            before.add(participant.toString());
        }
        Ending acting = new Ending();
        try (Reactions reactions = reactions(store, acting)) {
            reactions.start();
            ParticipantId participant = House.somebody();
            record(store, participant);
            before.add(participant.toString());
            eventually(() -> assertThat(acting.seen).containsExactly(participant.toString()));
            eventually(() ->
                    assertThat(reactions.position()).isEqualTo(store.head().size() - 1));
        }

        RememberingEnrolments late = new RememberingEnrolments();
        late.failure = new RecordUnavailable();
        late.failures = 2;
        Ending actingStill = new Ending();
        try (Reactions reactions = reactions(store, late, actingStill)) {
            reactions.start();
            eventually(() -> assertThat(late.seen).containsExactlyElementsOf(before));
            ParticipantId participant = House.somebody();
            record(store, participant);
            before.add(participant.toString());
            eventually(() -> assertThat(late.seen).containsExactlyElementsOf(before));
            eventually(() -> assertThat(actingStill.seen).containsExactly(participant.toString()));
            eventually(() -> assertThat(remembered(store)).isTrue());
        }

        // A program that does not know the memory reacts in between, as at an upgrade of two nodes one after another.
        ParticipantId between = House.somebody();
        try (Reactions reactions = reactions(store, new Ending())) {
            reactions.start();
            record(store, between);
            eventually(() ->
                    assertThat(reactions.position()).isEqualTo(store.head().size() - 1));
        }
        RememberingEnrolments again = new RememberingEnrolments();
        try (Reactions reactions = reactions(store, again)) {
            reactions.start();
            ParticipantId last = House.somebody();
            record(store, last);
            eventually(() -> assertThat(again.seen).containsExactly(between.toString(), last.toString()));
        }
    }

    private boolean remembered(FactStore store) {
        return house.one("select position from lookups.reaction_memory where reaction = 'RememberingEnrolments'")
                == store.head().size() - 1;
    }

    private Reactions reactions(FactStore store, Object... handlers) {
        return new Reactions(
                store,
                house.database.application(),
                List.of(handlers),
                ClasspathParameterResolverFactory.forClass(getClass()),
                e -> e instanceof IllegalArgumentException);
    }

    private static void record(FactStore store, ParticipantId participant) {
        store.recorder().record(House.unit(), List.of(House.enquiry(participant), House.enrolment(participant, 1)));
    }

    private static void eventually(Runnable check) {
        Instant until = Instant.now().plusSeconds(10);
        while (true) {
            try {
                check.run();
                return;
            } catch (AssertionError | RuntimeException e) {
                if (Instant.now().isAfter(until)) {
                    throw e;
                }
                try {
                    Thread.sleep(10);
                } catch (InterruptedException interrupted) {
                    throw new IllegalStateException(interrupted);
                }
            }
        }
    }
}

package org.troth.query.sample;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.troth.events.Fact;
import org.troth.events.account.Actor;
import org.troth.events.account.Role;
import org.troth.events.recording.Metadata;

/** A record in memory, in order, that can be read from any position. */
public final class FactFeed implements StreamableMessageSource<TrackedEventMessage<?>> {

    private final List<TrackedEventMessage<?>> facts = new CopyOnWriteArrayList<>();
    private volatile boolean poisoned;

    /** The position at which the fact now stands. */
    public long add(Fact fact, Instant at, Actor actor) {
        long position = facts.size();
        Map<String, String> metadata = Map.of(
                Metadata.ACTOR,
                actor.account().toString(),
                Metadata.ROLES,
                String.join(",", actor.roles().stream().map(Role::name).sorted().toList()));
        facts.add(new GenericTrackedEventMessage<>(
                new GlobalSequenceTrackingToken(position),
                new GenericEventMessage<>(
                        new GenericMessage<>(UUID.randomUUID().toString(), fact, metadata), () -> at)));
        return position;
    }

    public long add(Fact fact, Instant at) {
        return add(fact, at, Story.COORDINATOR);
    }

    /** From now on, or no longer, the record fails in its middle. */
    public void poison(boolean now) {
        poisoned = now;
    }

    public List<TrackedEventMessage<?>> facts() {
        return facts;
    }

    public long last() {
        return facts.size() - 1L;
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(last());
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return null;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken from) {
        return new Reader(from == null ? 0 : (int) from.position().orElseThrow() + 1);
    }

    private final class Reader implements BlockingStream<TrackedEventMessage<?>> {
        private int next;

        Reader(int next) {
            this.next = next;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return next < facts.size() ? Optional.of(facts.get(next)) : Optional.empty();
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            long end = System.nanoTime() + unit.toNanos(timeout);
            while (next >= facts.size()) {
                if (System.nanoTime() >= end) {
                    return false;
                }
                Thread.sleep(1);
            }
            return true;
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            while (!hasNextAvailable(1, TimeUnit.SECONDS)) {
                // Until there is one.
            }
            if (poisoned && next == facts.size() / 2) {
                throw new IllegalStateException("the record fails here");
            }
            return facts.get(next++);
        }

        @Override
        public void close() {}
    }
}

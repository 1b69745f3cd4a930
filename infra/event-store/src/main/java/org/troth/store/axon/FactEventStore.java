package org.troth.store.axon;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.troth.store.facts.FactStore;

/** Axon's event store over the record; processors follow it by position. */
final class FactEventStore extends AbstractEventStore {

    private final FactStore store;

    private FactEventStore(Builder builder) {
        super(builder);
        this.store = builder.store;
    }

    static FactEventStore over(FactStore store) {
        return new FactEventStore(new Builder(store));
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken trackingToken) {
        return new FactStream(store.reader(), store.bell(), FactStream.position(trackingToken));
    }

    private static final class Builder extends AbstractEventStore.Builder {
        private final FactStore store;

        Builder(FactStore store) {
            this.store = store;
            this.storageEngine = new FactEngine(store.recorder(), store.reader());
        }
    }
}

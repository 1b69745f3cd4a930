package org.troth.store.axon;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.troth.events.recording.RecordedFact;
import org.troth.ledger.FactHeader;
import org.troth.store.facts.FactReader;
import org.troth.store.facts.FactRow;
import org.troth.store.facts.Purged;

/** Recorded facts as Axon's messages, with the stored metadata and nothing else. */
final class Events {

    private Events() {}

    static DomainEventMessage<?> of(RecordedFact recorded) {
        return new GenericDomainEventMessage<>(
                recorded.aggregateType(),
                recorded.aggregateId(),
                recorded.sequence(),
                recorded.fact(),
                recorded.metadata(),
                recorded.eventId().toString(),
                recorded.recordedAt());
    }

    /** Opens the row; a purged one becomes a {@link Purged} event, so that whoever follows passes over it. */
    static TrackedEventMessage<?> tracked(FactReader reader, FactRow row) {
        GlobalSequenceTrackingToken token = new GlobalSequenceTrackingToken(row.position());
        if (row.ct() == null) {
            FactHeader header = FactHeader.read(row.header());
            return new GenericTrackedEventMessage<>(
                    token,
                    new GenericEventMessage<>(
                            header.eventId().toString(),
                            new Purged(row.position()),
                            MetaData.emptyInstance(),
                            Instant.ofEpochMilli(header.recordedMs())));
        }
        return new GenericTrackedDomainEventMessage<>(token, of(reader.open(row)));
    }
}

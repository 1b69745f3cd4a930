package org.troth.events.recording;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.troth.events.Fact;

/**
 * A fact as the record holds it.
 *
 * @param position its place in the whole record, without gaps
 * @param recordedAt the server's clock when it was appended
 * @param metadata who acted and why it came about: see {@link Metadata}
 */
public record RecordedFact(
        long position,
        UUID eventId,
        String aggregateType,
        String aggregateId,
        long sequence,
        Instant recordedAt,
        Fact fact,
        Map<String, String> metadata) {

    public RecordedFact {
        metadata = Map.copyOf(metadata);
    }
}

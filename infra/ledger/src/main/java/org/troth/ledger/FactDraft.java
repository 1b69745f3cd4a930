package org.troth.ledger;

import java.util.UUID;

/**
 * Everything a {@code TRF1} seal binds, before it is sealed.
 *
 * @param streamId the keyed id of the stream, see {@link FactSealing#streamId}
 * @param streamSeq place in the stream, from 0
 * @param recordedMs the server's clock, milliseconds since 1970 in UTC
 * @param type lasting name of the fact
 * @param revision 0 to 65535
 * @param payload JSON text in UTF-8
 * @param metadata JSON text in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier on the hot path, never compared
public record FactDraft(
        Category category,
        UUID ledgerId,
        UUID eventId,
        UUID streamId,
        long streamSeq,
        long recordedMs,
        String type,
        int revision,
        byte[] payload,
        byte[] metadata) {

    public FactDraft {
        if (streamSeq < 0 || recordedMs < 0) {
            throw new IllegalArgumentException("a sequence or an instant below zero");
        }
        if (revision < 0 || revision > 0xffff) {
            throw new IllegalArgumentException("a revision outside 0..65535");
        }
        if (type.isEmpty()) {
            throw new IllegalArgumentException("a fact without a type");
        }
    }

    @Override
    public String toString() {
        return "FactDraft";
    }
}

package org.troth.ledger;

import java.util.UUID;

/**
 * A fact as it is stored: header, ciphertext and their SHA-256 digests, which the entry and the writer tag are made of.
 *
 * <p>The arrays are handed over, not copied: neither side may change them.
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier on the hot path, never compared
public record SealedFact(byte[] header, byte[] ct, byte[] headerHash, byte[] ctHash) {

    /** Takes stored bytes as they are, without a verdict on them. */
    public static SealedFact of(byte[] header, byte[] ct) {
        Primitives primitives = Primitives.here();
        return new SealedFact(header, ct, primitives.sha256(header), primitives.sha256(ct));
    }

    /** The RECORD key it was sealed under. */
    public UUID keyId() {
        return FactHeader.read(header).keyId();
    }

    /** {@code 0x01 ‖ SHA-256(H) ‖ SHA-256(ct)}, 65 bytes. */
    public byte[] entry() {
        return LogEntry.entry(headerHash, ctHash);
    }

    @Override
    public String toString() {
        return "SealedFact";
    }
}

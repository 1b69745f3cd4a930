package org.troth.ledger;

import java.util.UUID;

/**
 * The store's port to whoever holds the keys: seals and opens whole facts and makes the keyed marks beside them.
 *
 * <p>Safe for use by many threads. The implementation refuses with one unchecked exception that tells apart erased,
 * tampered and unavailable.
 */
public interface FactSealing {

    /** Generation of K_type and K_writer that seals and tags are made under now, from 1; the head carries the same. */
    int generation();

    /** Stream of an aggregate, from its id in Axon's text form. */
    UUID streamId(String aggregateId);

    /** Seals under the current RECORD key of the draft's ledger. */
    SealedFact seal(FactDraft draft);

    /** Opens a fact of the ledger (a category below 128) and checks that header and type belong together. */
    OpenedFact open(byte[] header, byte[] ct);

    /** Opens what stands beside the ledger, which must be of exactly this category (128 and above). */
    OpenedFact openBeside(Category category, byte[] header, byte[] ct);

    /** {@code HMAC(K_writer, position ‖ headerHash ‖ ctHash)}: only the application can place this fact there. */
    byte[] writerTag(long position, byte[] headerHash, byte[] ctHash);
}

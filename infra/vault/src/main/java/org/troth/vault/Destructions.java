package org.troth.vault;

import java.util.Set;
import java.util.UUID;

/**
 * Proof of erasure, read from the record: the one thing that tells an erased key from a missing one.
 *
 * <p>Supplied by the app. Whatever it throws when the record cannot be read is passed on: the answer is never guessed.
 */
@FunctionalInterface
public interface Destructions {

    /** The keys named by the opened key-destroyed facts in this owner's key stream. */
    Set<UUID> destroyedOf(UUID owner);
}

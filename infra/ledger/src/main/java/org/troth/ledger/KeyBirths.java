package org.troth.ledger;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The store's port to the key holder about births: every key's birth is a fact, carried by the first unit that uses it.
 *
 * <p>The key holder remembers only what it was told since it started: for a key answered as unborn, the store looks
 * into the owner's key stream, then either tells {@link #born} or carries the birth in the unit and tells it once that is
 * durable.
 */
public interface KeyBirths {

    /** Keys that every unit uses without naming them: those of type tags, writer tags, stream ids and index tags. */
    List<UUID> standing();

    /** Those of these keys that nobody has yet called born, each once; unknown ids are refused as gone or tampered. */
    List<KeyBirth> unborn(Collection<UUID> keyIds);

    /** The births of these keys are durable. */
    void born(Collection<UUID> keyIds);
}

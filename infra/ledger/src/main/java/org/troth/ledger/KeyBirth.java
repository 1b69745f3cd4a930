package org.troth.ledger;

import java.util.List;
import java.util.UUID;

/**
 * What the fact of a key's birth says about it.
 *
 * @param kind 1 SUBJECT, 2 AUDIT, 3 JOINT_ALL, 4 JOINT_ANY, 5 RECORD, 6 SYSTEM, 7 HOLD
 * @param owner whose key stream carries the fact; zero for SYSTEM keys
 * @param valueClass 0 for all classes
 * @param holders who holds a wrap, where the key dies with the last of them; else empty
 */
public record KeyBirth(UUID keyId, int kind, UUID owner, int valueClass, List<UUID> holders, long epoch) {

    public KeyBirth {
        holders = List.copyOf(holders);
    }
}

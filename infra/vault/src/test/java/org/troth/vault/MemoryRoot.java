package org.troth.vault;

import java.security.SecureRandom;
import java.util.UUID;
import org.troth.events.confidential.Unreadable;
import org.troth.events.confidential.Unreadable.Why;
import org.troth.ledger.KeyWrap;
import org.troth.ledger.Tampered;

/** A root that lives as long as the test, and can be made unreachable. */
final class MemoryRoot implements KeyWrapper {
    private final String id = UUID.randomUUID().toString();
    private final byte[] key = new byte[32];
    private final SecureRandom random = new SecureRandom();
    volatile boolean reachable = true;

    MemoryRoot() {
        random.nextBytes(key);
    }

    @Override
    public String rootId() {
        return id;
    }

    @Override
    public byte[] wrap(byte[] wrapped, byte[] context) {
        requireReachable();
        return KeyWrap.wrap(key, context, wrapped, random);
    }

    @Override
    public byte[] unwrap(byte[] blob, byte[] context) {
        requireReachable();
        try {
            return KeyWrap.unwrap(key, context, blob);
        } catch (Tampered e) {
            throw new Unreadable(Why.TAMPERED, e);
        }
    }

    @Override
    public void destroy(String rootId) {
        reachable = false;
    }

    @Override
    public Health health() {
        return reachable ? Health.READY : Health.UNREACHABLE;
    }

    private void requireReachable() {
        if (!reachable) {
            throw new Unreadable(Why.UNAVAILABLE);
        }
    }
}

package org.troth.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * Every column of a data key's row but the wrap itself, which binds them all.
 *
 * @param kind 1 SUBJECT, 2 AUDIT, 3 JOINT_ALL, 4 JOINT_ANY, 5 RECORD, 6 SYSTEM, 7 HOLD
 * @param valueClass 0 for all
 * @param holder zero unless JOINT_ANY or HOLD
 * @param kekId the epoch key's own random id
 */
public record KeyRow(UUID keyId, int kind, UUID owner, int valueClass, UUID holder, long epoch, UUID kekId) {
    /** Holder of a key that belongs to its owner alone. */
    public static final UUID NO_HOLDER = new UUID(0, 0);

    private static final byte[] LABEL = "troth/v1/wrap".getBytes(US_ASCII);

    public KeyRow {
        if (kind < 1 || kind > 255 || valueClass < 0 || valueClass > 255) {
            throw new IllegalArgumentException("a kind or class that fits no byte");
        }
    }

    byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(LABEL.length + 74);
        out.put(LABEL);
        put(out, keyId).put((byte) kind);
        put(out, owner).put((byte) valueClass);
        put(out, holder).putLong(epoch);
        return put(out, kekId).array();
    }

    private static ByteBuffer put(ByteBuffer out, UUID id) {
        return out.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }
}

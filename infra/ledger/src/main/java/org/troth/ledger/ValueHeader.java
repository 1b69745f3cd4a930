package org.troth.ledger;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * What a {@code TRS1} value says about itself in the clear: its class and its key.
 *
 * @param valueClass 1 to 10, see the list of classes
 * @param keyId the data key it was sealed under
 */
public record ValueHeader(int valueClass, UUID keyId) {
    static final int MAGIC = 0x54525331;
    static final byte SUITE = 1;
    /** Header without salt and commitment. */
    static final int BARE = 24;

    static final int COMMITMENT = 56;
    static final int LENGTH = 88;

    /** The highest class there is; the lowest is 1. */
    public static final int LAST_CLASS = 10;

    /** Reads the header of a stored value, refusing as {@link Tampered} what no seal ever wrote. */
    public static ValueHeader read(byte[] stored) {
        int text = stored.length - LENGTH - Primitives.TAG_LENGTH;
        if (text < ValueSeal.BLOCK || text > ValueSeal.MAX_PADDED || text % ValueSeal.BLOCK != 0) {
            throw new Tampered("length of a value");
        }
        ByteBuffer in = ByteBuffer.wrap(stored);
        if (in.getInt() != MAGIC) {
            throw new Tampered("magic");
        }
        if (in.get() != SUITE) {
            throw new Tampered("suite");
        }
        int valueClass = Byte.toUnsignedInt(in.get());
        if (valueClass < 1 || valueClass > LAST_CLASS) {
            throw new Tampered("class");
        }
        if (in.getShort() != 0) {
            throw new Tampered("reserved bits");
        }
        return new ValueHeader(valueClass, new UUID(in.getLong(), in.getLong()));
    }

    byte[] bare() {
        return ByteBuffer.allocate(BARE)
                .putInt(MAGIC)
                .put(SUITE)
                .put((byte) valueClass)
                .putShort((short) 0)
                .putLong(keyId.getMostSignificantBits())
                .putLong(keyId.getLeastSignificantBits())
                .array();
    }
}

package org.troth.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;

/** The marks that stand in the clear beside a sealed fact and mean nothing without their key. */
public final class KeyedMarks {
    private KeyedMarks() {}

    /** {@code HMAC(K_type, name ‖ 0x00 ‖ u16 revision)[0:16]}. */
    public static byte[] typeTag(byte[] typeKey, String type, int revision) {
        byte[] name = type.getBytes(UTF_8);
        byte[] input = ByteBuffer.allocate(name.length + 3)
                .put(name)
                .put((byte) 0)
                .putShort((short) revision)
                .array();
        return Arrays.copyOf(Primitives.here().hmac(typeKey, input), 16);
    }

    /** {@code HMAC(K_stream, aggregate id)[0:16]} as the id of a stream. */
    public static UUID streamId(byte[] streamKey, String aggregateId) {
        ByteBuffer mark = ByteBuffer.wrap(Primitives.here().hmac(streamKey, aggregateId.getBytes(UTF_8)));
        return new UUID(mark.getLong(), mark.getLong());
    }

    /** {@code HMAC(K_writer, u64 position ‖ SHA-256(H) ‖ SHA-256(ct))}. */
    public static byte[] writerTag(byte[] writerKey, long position, byte[] headerHash, byte[] ctHash) {
        byte[] at = ByteBuffer.allocate(Long.BYTES).putLong(position).array();
        return Primitives.here().hmac(writerKey, at, headerHash, ctHash);
    }

    /** HMAC-SHA256 over the parts one after another, whole: for tags of looked-up values and marks of small files. */
    public static byte[] mark(byte[] key, byte[]... parts) {
        return Primitives.here().hmac(key, parts);
    }
}

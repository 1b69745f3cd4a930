package org.troth.vault;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.UUID;
import org.troth.events.confidential.Unreadable;
import org.troth.events.confidential.Unreadable.Why;
import org.troth.ledger.KeyedMarks;

/**
 * One epoch of the shred domain without its key, and the file it is kept in:
 * {@code "TRE1" ‖ u64 epoch ‖ kek_id[16] ‖ u64 created_ms ‖ u8 len ‖ root id ‖ u16 len ‖ wrapped key ‖ mark[32]}, where the
 * mark is an HMAC under the epoch's own key over all before it.
 */
record Epoch(long number, UUID kekId, long createdMs) {
    private static final int MAGIC = 0x54524531;
    private static final int MARK = 32;
    private static final int FIXED = 4 + 8 + 16 + 8 + 1 + 2;
    private static final byte[] CONTEXT = "troth/v1/epoch".getBytes(US_ASCII);
    private static final byte[] FILE_LABEL = "troth/v1/epoch-file".getBytes(US_ASCII);

    byte[] file(KeyWrapper root, byte[] key) {
        byte[] rootId = root.rootId().getBytes(US_ASCII);
        byte[] wrapped = root.wrap(key, context());
        if (rootId.length > 0xff || wrapped.length > 0xffff) {
            throw new IllegalStateException("a root that cannot be written down");
        }
        byte[] content = ByteBuffer.allocate(FIXED + rootId.length + wrapped.length)
                .putInt(MAGIC)
                .putLong(number)
                .putLong(kekId.getMostSignificantBits())
                .putLong(kekId.getLeastSignificantBits())
                .putLong(createdMs)
                .put((byte) rootId.length)
                .put(rootId)
                .putShort((short) wrapped.length)
                .put(wrapped)
                .array();
        return ByteBuffer.allocate(content.length + MARK)
                .put(content)
                .put(KeyedMarks.mark(key, FILE_LABEL, content))
                .array();
    }

    /** Reads a file that must be this epoch's; another root's is {@code UNAVAILABLE}, a changed one {@code TAMPERED}. */
    static Held<Epoch> read(long number, byte[] file, KeyWrapper root) {
        if (file.length < FIXED + MARK) {
            throw new Unreadable(Why.TAMPERED);
        }
        byte[] content = Arrays.copyOf(file, file.length - MARK);
        ByteBuffer in = ByteBuffer.wrap(content);
        if (in.getInt() != MAGIC || in.getLong() != number) {
            throw new Unreadable(Why.TAMPERED);
        }
        Epoch epoch = new Epoch(number, new UUID(in.getLong(), in.getLong()), in.getLong());
        String rootId = new String(take(in, Byte.toUnsignedInt(in.get())), US_ASCII);
        if (in.remaining() < 2) {
            throw new Unreadable(Why.TAMPERED);
        }
        byte[] wrapped = take(in, Short.toUnsignedInt(in.getShort()));
        if (in.hasRemaining()) {
            throw new Unreadable(Why.TAMPERED);
        }
        if (!rootId.equals(root.rootId())) {
            throw new Unreadable(Why.UNAVAILABLE);
        }
        Held<Epoch> held = new Held<>(epoch, root.unwrap(wrapped, epoch.context()));
        byte[] mark = KeyedMarks.mark(held.key(), FILE_LABEL, content);
        if (!MessageDigest.isEqual(mark, Arrays.copyOfRange(file, content.length, file.length))) {
            held.close();
            throw new Unreadable(Why.TAMPERED);
        }
        return held;
    }

    private byte[] context() {
        return ByteBuffer.allocate(CONTEXT.length + 24)
                .put(CONTEXT)
                .putLong(number)
                .putLong(kekId.getMostSignificantBits())
                .putLong(kekId.getLeastSignificantBits())
                .array();
    }

    private static byte[] take(ByteBuffer in, int length) {
        if (length > in.remaining()) {
            throw new Unreadable(Why.TAMPERED);
        }
        byte[] taken = new byte[length];
        in.get(taken);
        return taken;
    }
}

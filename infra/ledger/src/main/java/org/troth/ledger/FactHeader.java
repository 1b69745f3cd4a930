package org.troth.ledger;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;

/**
 * The 168 bytes before a {@code TRF1} ciphertext, read field by field.
 *
 * <p>Reading checks length, magic, suite, category and reserved bits; that the fields are true only opening can say.
 */
public final class FactHeader {
    /** Length of a header in bytes. */
    public static final int LENGTH = 168;

    static final int MAGIC = 0x54524631;
    static final byte SUITE = 1;
    static final int SALTED = 136;
    static final int TYPE_TAG = 72;
    static final int SALT = 104;

    private final byte[] bytes;
    private final ByteBuffer view;
    private final Category category;

    private FactHeader(byte[] bytes, Category category) {
        this.bytes = bytes;
        this.view = ByteBuffer.wrap(bytes);
        this.category = category;
    }

    /** Reads a header, refusing as {@link Tampered} what no seal ever wrote. The array must not change afterwards. */
    public static FactHeader read(byte[] header) {
        if (header.length != LENGTH) {
            throw new Tampered("length of a header");
        }
        ByteBuffer view = ByteBuffer.wrap(header);
        if (view.getInt(0) != MAGIC) {
            throw new Tampered("magic");
        }
        if (header[4] != SUITE) {
            throw new Tampered("suite");
        }
        if (header[6] != 0 || header[7] != 0) {
            throw new Tampered("flags");
        }
        if (view.getLong(56) < 0 || view.getLong(64) < 0) {
            throw new Tampered("sequence or instant out of bounds");
        }
        return new FactHeader(header, Category.of(header[5] & 0xff));
    }

    public Category category() {
        return category;
    }

    public UUID ledgerId() {
        return uuid(8);
    }

    public UUID eventId() {
        return uuid(24);
    }

    public UUID streamId() {
        return uuid(40);
    }

    public long streamSeq() {
        return view.getLong(56);
    }

    /** Milliseconds since 1970, UTC, by the server's clock. */
    public long recordedMs() {
        return view.getLong(64);
    }

    /** The keyed mark of the type, 16 bytes. */
    public byte[] typeTag() {
        return Arrays.copyOfRange(bytes, TYPE_TAG, TYPE_TAG + 16);
    }

    /** The RECORD key it was sealed under. */
    public UUID keyId() {
        return uuid(88);
    }

    private UUID uuid(int at) {
        return new UUID(view.getLong(at), view.getLong(at + 8));
    }
}

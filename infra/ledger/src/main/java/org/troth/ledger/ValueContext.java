package org.troth.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * What a sealed value is and whose: bound by the seal, never stored, rebuilt by the opener from what it declares.
 *
 * @param label such as {@code consent.wording}
 * @param owner the owner column of the key
 */
public record ValueContext(String label, UUID owner) {

    public ValueContext {
        if (label.isEmpty() || label.length() > 255) {
            throw new IllegalArgumentException("a label of no or too many characters");
        }
    }

    byte[] bytes() {
        byte[] text = label.getBytes(UTF_8);
        return ByteBuffer.allocate(18 + text.length)
                .putShort((short) text.length)
                .put(text)
                .putLong(owner.getMostSignificantBits())
                .putLong(owner.getLeastSignificantBits())
                .array();
    }
}

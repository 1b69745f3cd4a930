package org.troth.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/** The bytes that a signature of each kind is made over. */
final class SignedMessage {
    private static final byte[] SUBTREE = "subtree/v1\n\0".getBytes(UTF_8);

    private SignedMessage() {}

    /**
     * Refuses a signature over text that no note can carry, a cosignature over anything but a checkpoint, and one without a
     * time or with a time beyond 2^63 - 1.
     */
    static byte[] of(SignatureType type, String name, String text, long seconds) throws Malformed {
        if (!SignedNote.isText(text)) {
            throw new Malformed("text of a note");
        }
        if (type == SignatureType.ED25519) {
            return text.getBytes(UTF_8);
        }
        Checkpoint checkpoint = Checkpoint.parse(text);
        if (seconds <= 0) {
            throw new Malformed("time of a cosignature");
        }
        return type == SignatureType.ED25519_COSIGNATURE
                ? ("cosignature/v1\ntime " + seconds + "\n" + checkpoint.text()).getBytes(UTF_8)
                : subtree(name, checkpoint, seconds);
    }

    private static byte[] subtree(String name, Checkpoint checkpoint, long seconds) {
        byte[] cosigner = name.getBytes(UTF_8);
        byte[] origin = checkpoint.origin().getBytes(UTF_8);
        return ByteBuffer.allocate(SUBTREE.length
                        + 1
                        + cosigner.length
                        + Long.BYTES
                        + 1
                        + origin.length
                        + 2 * Long.BYTES
                        + Tree.HASH)
                .put(SUBTREE)
                .put((byte) cosigner.length)
                .put(cosigner)
                .putLong(seconds)
                .put((byte) origin.length)
                .put(origin)
                .putLong(0)
                .putLong(checkpoint.size())
                .put(checkpoint.root())
                .array();
    }
}

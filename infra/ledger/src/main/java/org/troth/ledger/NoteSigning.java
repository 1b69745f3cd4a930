package org.troth.ledger;

import java.nio.ByteBuffer;

/** From a bare signature to a line of a note. */
final class NoteSigning {
    private NoteSigning() {}

    static NoteSignature sign(NoteSigner signer, String text, long seconds) {
        VerifierKey key = signer.key();
        byte[] raw;
        try {
            raw = signer.sign(SignedMessage.of(key.type(), key.name(), text, seconds));
        } catch (Malformed e) {
            throw new IllegalArgumentException("nothing that this key may sign", e);
        }
        if (raw.length != key.type().rawLength()) {
            throw new IllegalStateException("a signer made something else than a signature");
        }
        ByteBuffer value = ByteBuffer.allocate(key.type().length());
        if (key.type().timed()) {
            value.putLong(seconds);
        }
        NoteSignature signature =
                new NoteSignature(key.name(), key.id(), value.put(raw).array());
        if (!key.verifies(text, signature)) {
            throw new IllegalStateException("a signer made a signature that its own key refuses");
        }
        return signature;
    }
}

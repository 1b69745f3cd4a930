package org.troth.ledger;

/**
 * A signing key, wherever it is kept: what is to be signed comes in as bytes, and the key never goes out.
 *
 * <p>What a log signs once can never be taken back: whoever calls this has made sure before that no other tree was signed.
 */
public interface NoteSigner {

    /** The public half. */
    VerifierKey key();

    /** The bare signature of these bytes: 64 bytes of Ed25519, or 2420 of ML-DSA-44, pure and without context. */
    byte[] sign(byte[] message);

    /** The signature line of this key, a cosignature at this time (seconds since 1970), which has been checked again. */
    default NoteSignature sign(Checkpoint checkpoint, long seconds) {
        return NoteSigning.sign(this, checkpoint.text(), seconds);
    }

    /** The signature line of this key over any text of a note, which only a key of type {@code ED25519} can make. */
    default NoteSignature sign(String text) {
        if (key().type() != SignatureType.ED25519) {
            throw new IllegalArgumentException("a cosignature over something else than a checkpoint");
        }
        return NoteSigning.sign(this, text, 1);
    }
}

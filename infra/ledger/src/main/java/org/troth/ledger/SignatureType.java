package org.troth.ledger;

/** The kinds of signature on a note that are read and made here, by C2SP signed-note's identifier byte. */
public enum SignatureType {
    /** A log's Ed25519 over the note's text (signed-note). */
    ED25519(0x01, 32, 64, false),
    /** A witness's Ed25519 cosignature with a time (tlog-cosignature, {@code cosignature/v1}). */
    ED25519_COSIGNATURE(0x04, 32, 64, true),
    /** A witness's, or a log's own, ML-DSA-44 cosignature with a time (tlog-cosignature, {@code subtree/v1}). */
    ML_DSA_44_COSIGNATURE(0x06, 1312, 2420, true);

    static final int LONGEST_KEY = 1312;

    private final int number;
    private final int keyLength;
    private final int rawLength;
    private final boolean timed;

    SignatureType(int number, int keyLength, int rawLength, boolean timed) {
        this.number = number;
        this.keyLength = keyLength;
        this.rawLength = rawLength;
        this.timed = timed;
    }

    static SignatureType of(int number) throws Malformed {
        for (SignatureType type : values()) {
            if (type.number == number) {
                return type;
            }
        }
        throw new Malformed("type of a key");
    }

    int number() {
        return number;
    }

    /** Whether {@code u64} seconds since 1970 stand before the signature and are signed with it. */
    public boolean timed() {
        return timed;
    }

    int keyLength() {
        return keyLength;
    }

    /** Length of the bare signature. */
    int rawLength() {
        return rawLength;
    }

    /** Length of what a note's line holds after the key id. */
    int length() {
        return timed ? Long.BYTES + rawLength : rawLength;
    }
}

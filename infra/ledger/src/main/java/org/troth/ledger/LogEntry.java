package org.troth.ledger;

/** What the tree is made of: digests of a fact's header and ciphertext, never anything readable. */
public final class LogEntry {
    static final int LENGTH = 65;
    private static final byte VERSION = 1;

    private LogEntry() {}

    /** {@code 0x01 ‖ SHA-256(H) ‖ SHA-256(ct)}. */
    public static byte[] entry(byte[] headerHash, byte[] ctHash) {
        if (headerHash.length != 32 || ctHash.length != 32) {
            throw new Tampered("length of a digest");
        }
        byte[] entry = new byte[LENGTH];
        entry[0] = VERSION;
        System.arraycopy(headerHash, 0, entry, 1, 32);
        System.arraycopy(ctHash, 0, entry, 33, 32);
        return entry;
    }

    /** RFC 6962 leaf hash of an entry: {@code SHA-256(0x00 ‖ entry)}. */
    public static byte[] leaf(byte[] entry) {
        return Tree.leaf(checked(entry));
    }

    static byte[] checked(byte[] entry) {
        if (entry.length != LENGTH || entry[0] != VERSION) {
            throw new Tampered("entry");
        }
        return entry;
    }
}

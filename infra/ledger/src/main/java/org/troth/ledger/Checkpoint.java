package org.troth.ledger;

import java.util.Arrays;
import java.util.Objects;

/**
 * The text of a C2SP tlog-checkpoint: a log's origin, its size and its root, and never an extension line.
 *
 * <p>The origin is a name as a key's is (1 to 255 bytes, neither spaces nor plus), since a log's key is called by it.
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content below, copied in and out
public record Checkpoint(String origin, long size, byte[] root) {

    public Checkpoint {
        if (!StrictText.isName(origin) || size < 0 || root.length != Tree.HASH) {
            throw new IllegalArgumentException("a checkpoint of no tree");
        }
        root = root.clone();
    }

    /** Reads {@link #text} back, in this one spelling only. */
    public static Checkpoint parse(String text) throws Malformed {
        String[] lines = text.split("\n", 5);
        if (lines.length != 4 || !lines[3].isEmpty()) {
            throw new Malformed("lines of a checkpoint");
        }
        return new Checkpoint(
                StrictText.name(lines[0]), StrictText.number(lines[1], "tree size"), StrictText.hash(lines[2]));
    }

    /** {@code origin \n size \n base64(root) \n}. */
    public String text() {
        return origin + "\n" + size + "\n" + StrictText.base64(root) + "\n";
    }

    @Override
    public byte[] root() {
        return root.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Checkpoint that
                && size == that.size
                && origin.equals(that.origin)
                && Arrays.equals(root, that.root);
    }

    @Override
    public int hashCode() {
        return Objects.hash(origin, size, Arrays.hashCode(root));
    }

    @Override
    public String toString() {
        return text();
    }
}

package org.troth.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * The growing root of an RFC 6962 tree: leaves come in order, and the root of any size reached can be asked for.
 *
 * <p>Keeps one hash per complete subtree, so a billion leaves need thirty of them. Not safe for several threads.
 */
public final class TreeRoot {
    private final List<byte[]> peaks = new ArrayList<>();
    private long size;

    /** Adds the next leaf hash (32 bytes). */
    public void add(byte[] leaf) {
        if (leaf.length != 32) {
            throw new Tampered("length of a leaf hash");
        }
        byte[] hash = leaf.clone();
        for (long bits = size; (bits & 1) == 1; bits >>= 1) {
            hash = Tree.node(peaks.remove(peaks.size() - 1), hash);
        }
        peaks.add(hash);
        size++;
    }

    public long size() {
        return size;
    }

    /** Root over all leaves so far; the digest of nothing when there are none. */
    public byte[] root() {
        if (peaks.isEmpty()) {
            return Tree.empty();
        }
        byte[] root = peaks.get(peaks.size() - 1).clone();
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = Tree.node(peaks.get(i), root);
        }
        return root;
    }
}

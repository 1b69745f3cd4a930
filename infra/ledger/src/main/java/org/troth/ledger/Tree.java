package org.troth.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The Merkle tree of RFC 6962 section 2.1 (RFC 9162 section 2.1) over SHA-256: hashes, and whether a proof holds.
 *
 * <p>A question about a proof is answered with no, never with an exception, whatever its sizes and hashes are: hashes of
 * another length than 32, one too many or too few, sizes below zero. A proof binds leaf or old root to the new root. The
 * size is bound to the root by whoever signed both: trees of neighbouring sizes can share the shape of a proof.
 */
public final class Tree {
    static final int HASH = 32;
    /** Levels of a tree of fewer than 2^63 leaves: no inclusion proof has more hashes, and no consistency proof two more. */
    static final int LEVELS = 63;

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private Tree() {}

    /** Root of the tree without leaves: the digest of nothing. */
    public static byte[] empty() {
        return Primitives.here().sha256();
    }

    /** {@code SHA-256(0x00 ‖ entry)}, for an entry of any kind; {@link LogEntry#leaf} is for ours. */
    public static byte[] leaf(byte[] entry) {
        return Primitives.here().sha256(LEAF, entry);
    }

    /** {@code SHA-256(0x01 ‖ left ‖ right)}. */
    static byte[] node(byte[] left, byte[] right) {
        return Primitives.here().sha256(NODE, left, right);
    }

    /** Whether this leaf hash stands at this index of the tree of this size and root (RFC 9162 section 2.1.3.2). */
    public static boolean included(byte[] leaf, long index, long size, List<byte[]> proof, byte[] root) {
        if (index < 0 || index >= size || leaf.length != HASH || root.length != HASH || !wellFormed(proof)) {
            return false;
        }
        long at = index;
        long last = size - 1;
        byte[] hash = leaf;
        for (byte[] sibling : proof) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                hash = node(sibling, hash);
                int lonely = Long.numberOfTrailingZeros(at);
                at >>= lonely;
                last >>= lonely;
            } else {
                hash = node(hash, sibling);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    /**
     * Whether the tree of size {@code m} and root {@code before} is the beginning of that of size {@code n} and root
     * {@code after} (RFC 9162 section 2.1.4.2). The empty tree begins every tree, and equal trees begin each other: both
     * without any hash in the proof.
     */
    public static boolean extended(long m, byte[] before, long n, byte[] after, List<byte[]> proof) {
        if (m < 0 || n < m || before.length != HASH || after.length != HASH || !wellFormed(proof)) {
            return false;
        }
        if (m == n) {
            return proof.isEmpty() && Arrays.equals(before, after) && (n > 0 || Arrays.equals(after, empty()));
        }
        if (m == 0) {
            return proof.isEmpty() && Arrays.equals(before, empty());
        }
        int complete = Long.numberOfTrailingZeros(m);
        long at = (m - 1) >> complete;
        long last = (n - 1) >> complete;
        boolean powerOfTwo = at == 0;
        if (!powerOfTwo && proof.isEmpty()) {
            return false;
        }
        byte[] old = powerOfTwo ? before : proof.get(0);
        byte[] grown = old;
        for (byte[] hash : powerOfTwo ? proof : proof.subList(1, proof.size())) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                old = node(hash, old);
                grown = node(hash, grown);
                int lonely = Long.numberOfTrailingZeros(at);
                at >>= lonely;
                last >>= lonely;
            } else {
                grown = node(grown, hash);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(old, before) && Arrays.equals(grown, after);
    }

    static byte[] root(Subtrees hashes, long size) throws IOException {
        return size == 0 ? empty() : range(hashes, 0, size);
    }

    /** {@code PATH(index, D[size])} of RFC 6962 section 2.1.1, the leaf's sibling first. */
    static List<byte[]> inclusion(Subtrees hashes, long index, long size) throws IOException {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("an index outside of the tree");
        }
        List<byte[]> proof = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + Long.highestOneBit(to - from - 1);
            if (index < middle) {
                proof.add(range(hashes, middle, to));
                to = middle;
            } else {
                proof.add(range(hashes, from, middle));
                from = middle;
            }
        }
        Collections.reverse(proof);
        return List.copyOf(proof);
    }

    /** {@code PROOF(m, D[n])} of RFC 6962 section 2.1.2; no hash at all for {@code m = 0}. */
    static List<byte[]> consistency(Subtrees hashes, long m, long n) throws IOException {
        if (m < 0 || m > n) {
            throw new IllegalArgumentException("a beginning longer than the tree");
        }
        List<byte[]> proof = new ArrayList<>();
        long from = 0;
        long to = n;
        while (m > 0 && to > m) {
            long middle = from + Long.highestOneBit(to - from - 1);
            if (m <= middle) {
                proof.add(range(hashes, middle, to));
                to = middle;
            } else {
                proof.add(range(hashes, from, middle));
                from = middle;
            }
        }
        if (from > 0) {
            proof.add(range(hashes, from, to));
        }
        Collections.reverse(proof);
        return List.copyOf(proof);
    }

    /** Root over {@code [from, to)}, where {@code from} is aligned as the RFC's splits leave it. */
    private static byte[] range(Subtrees hashes, long from, long to) throws IOException {
        List<byte[]> complete = new ArrayList<>();
        for (long at = from; at < to; ) {
            int level = 63 - Long.numberOfLeadingZeros(to - at);
            complete.add(hashes.hash(level, at >> level));
            at += 1L << level;
        }
        byte[] hash = complete.get(complete.size() - 1);
        for (int i = complete.size() - 2; i >= 0; i--) {
            hash = node(complete.get(i), hash);
        }
        return hash;
    }

    private static boolean wellFormed(List<byte[]> proof) {
        return proof.size() <= LEVELS + 1 && proof.stream().allMatch(hash -> hash.length == HASH);
    }
}

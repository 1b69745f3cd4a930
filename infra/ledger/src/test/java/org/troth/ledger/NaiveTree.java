package org.troth.ledger;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** RFC 6962 section 2.1, as its recursive definitions are written: slow, and nothing shared with what it checks. */
record NaiveTree(List<byte[]> leaves) {

    static NaiveTree of(int size) {
        return new NaiveTree(IntStream.range(0, size).mapToObj(NaiveTree::leaf).toList());
    }

    static byte[] leaf(int i) {
        return digest(ByteBuffer.allocate(5).put((byte) 0).putInt(i).array());
    }

    NaiveTree first(int size) {
        return new NaiveTree(leaves.subList(0, size));
    }

    byte[] root() {
        return mth(leaves);
    }

    List<byte[]> path(int index) {
        return path(index, leaves);
    }

    List<byte[]> proof(int m) {
        return m == 0 ? List.of() : subproof(m, leaves, true);
    }

    private static byte[] mth(List<byte[]> d) {
        if (d.isEmpty()) {
            return digest();
        }
        if (d.size() == 1) {
            return d.get(0);
        }
        int k = split(d.size());
        return digest(new byte[] {1}, mth(d.subList(0, k)), mth(d.subList(k, d.size())));
    }

    private static List<byte[]> path(int m, List<byte[]> d) {
        if (d.size() == 1) {
            return List.of();
        }
        int k = split(d.size());
        return m < k
                ? and(path(m, d.subList(0, k)), mth(d.subList(k, d.size())))
                : and(path(m - k, d.subList(k, d.size())), mth(d.subList(0, k)));
    }

    private static List<byte[]> subproof(int m, List<byte[]> d, boolean whole) {
        if (m == d.size()) {
            return whole ? List.of() : List.of(mth(d));
        }
        int k = split(d.size());
        return m <= k
                ? and(subproof(m, d.subList(0, k), whole), mth(d.subList(k, d.size())))
                : and(subproof(m - k, d.subList(k, d.size()), false), mth(d.subList(0, k)));
    }

    /** Whether PATH(index, D[size]) would fold this proof to this root. */
    static boolean included(byte[] leaf, long index, long size, List<byte[]> proof, byte[] root) {
        if (index >= size || index < 0) {
            return false;
        }
        byte[] folded = fold(leaf, index, size, proof);
        return folded != null && Arrays.equals(folded, root);
    }

    private static byte[] fold(byte[] leaf, long m, long n, List<byte[]> proof) {
        if (n == 1) {
            return proof.isEmpty() ? leaf : null;
        }
        if (proof.isEmpty()) {
            return null;
        }
        long k = Long.highestOneBit(n - 1);
        byte[] last = proof.get(proof.size() - 1);
        List<byte[]> rest = proof.subList(0, proof.size() - 1);
        byte[] below = m < k ? fold(leaf, m, k, rest) : fold(leaf, m - k, n - k, rest);
        if (below == null) {
            return null;
        }
        return m < k ? digest(new byte[] {1}, below, last) : digest(new byte[] {1}, last, below);
    }

    /** Whether PROOF(m, D[n]) would fold this proof to both roots. */
    static boolean extended(long m, byte[] before, long n, byte[] after, List<byte[]> proof) {
        if (m == 0) {
            return proof.isEmpty() && Arrays.equals(before, digest()) && (n > 0 || Arrays.equals(after, digest()));
        }
        if (m > n || m < 0) {
            return false;
        }
        byte[][] both = folds(m, n, proof, true, before);
        return both != null && Arrays.equals(both[0], before) && Arrays.equals(both[1], after);
    }

    private static byte[][] folds(long m, long n, List<byte[]> proof, boolean whole, byte[] before) {
        if (m == n) {
            if (whole) {
                return proof.isEmpty() ? new byte[][] {before, before} : null;
            }
            return proof.size() == 1 ? new byte[][] {proof.get(0), proof.get(0)} : null;
        }
        if (proof.isEmpty()) {
            return null;
        }
        long k = Long.highestOneBit(n - 1);
        byte[] last = proof.get(proof.size() - 1);
        List<byte[]> rest = proof.subList(0, proof.size() - 1);
        if (m <= k) {
            byte[][] below = folds(m, k, rest, whole, before);
            return below == null ? null : new byte[][] {below[0], digest(new byte[] {1}, below[1], last)};
        }
        byte[][] below = folds(m - k, n - k, rest, false, before);
        return below == null
                ? null
                : new byte[][] {digest(new byte[] {1}, last, below[0]), digest(new byte[] {1}, last, below[1])};
    }

    private static int split(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }

    private static List<byte[]> and(List<byte[]> path, byte[] last) {
        List<byte[]> longer = new ArrayList<>(path);
        longer.add(last);
        return longer;
    }

    static byte[] digest(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.troth.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A C2SP tlog-proof, {@code c2sp.org/tlog-proof@v1}: that an entry stands in a log, to be kept and checked offline.
 *
 * <p>Without the format's extra line, which nothing signs: text that has one is refused.
 *
 * @param index of the entry, counted from 0
 * @param path hashes of the inclusion proof, the leaf's sibling first; the arrays must not be changed
 */
public record TlogProof(long index, List<byte[]> path, SignedCheckpoint signed) {
    private static final String FORMAT = "c2sp.org/tlog-proof@v1";
    private static final String INDEX = "index ";
    private static final int LONGEST_HEAD = 4096;

    public TlogProof {
        path = List.copyOf(path);
        if (index < 0 || path.size() > Tree.LEVELS || path.stream().anyMatch(hash -> hash.length != Tree.HASH)) {
            throw new IllegalArgumentException("a proof in no tree");
        }
    }

    /** Proves the entry at this index of a tree whose root and size were signed. */
    public static TlogProof of(TiledTree tree, long index, SignedCheckpoint signed) throws IOException {
        return new TlogProof(index, tree.inclusion(index), signed);
    }

    /** Reads {@link #bytes} back, in this one spelling only. */
    public static TlogProof parse(byte[] proof) throws Malformed {
        String text = StrictText.utf8(proof, SignedNote.MOST_BYTES + LONGEST_HEAD, "proof");
        int end = text.indexOf("\n\n");
        if (end < 0 || end > LONGEST_HEAD) {
            throw new Malformed("blank line of a proof");
        }
        String[] lines = text.substring(0, end).split("\n", -1);
        if (!lines[0].equals(FORMAT)) {
            throw new Malformed("format of a proof");
        }
        if (lines.length < 2 || !lines[1].startsWith(INDEX)) {
            throw new Malformed("index of a proof");
        }
        long index = StrictText.number(lines[1].substring(INDEX.length()), "index");
        if (lines.length - 2 > Tree.LEVELS) {
            throw new Malformed("number of hashes");
        }
        List<byte[]> path = new ArrayList<>();
        for (int i = 2; i < lines.length; i++) {
            path.add(StrictText.hash(lines[i]));
        }
        return new TlogProof(
                index, path, SignedCheckpoint.parse(text.substring(end + 2).getBytes(UTF_8)));
    }

    /** The text to keep, by custom in a file {@code .tlog-proof}. */
    public byte[] bytes() {
        StringBuilder head = new StringBuilder(FORMAT)
                .append('\n')
                .append(INDEX)
                .append(index)
                .append('\n');
        path.forEach(hash -> head.append(StrictText.base64(hash)).append('\n'));
        return head.append('\n')
                .append(new String(signed.bytes(), UTF_8))
                .toString()
                .getBytes(UTF_8);
    }

    /** Whether the leaf hash of an entry leads to the checkpoint's root; nothing is said of who signed that. */
    public boolean includes(byte[] leaf) {
        Checkpoint checkpoint = signed.checkpoint();
        return Tree.included(leaf, index, checkpoint.size(), path, checkpoint.root());
    }

    /**
     * Both questions at once: is the checkpoint to be believed, and is this entry of ours in it? What is no entry of ours,
     * {@link LogEntry#LENGTH} bytes of the known version, is {@link Tampered}.
     */
    public Verdict verify(byte[] entry, Policy policy) {
        return new Verdict(policy.judge(signed), includes(LogEntry.leaf(entry)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TlogProof that && Arrays.equals(bytes(), that.bytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes());
    }

    /**
     * What a proof is worth.
     *
     * @param endorsement who vouched for the checkpoint
     * @param included whether the entry is in it
     */
    public record Verdict(Endorsement endorsement, boolean included) {
        public boolean holds() {
            return included && endorsement.met();
        }
    }
}

package org.troth.ledger;

/**
 * Text or a path that does not follow its format to the byte: it was never a note, checkpoint, policy, proof or tile.
 *
 * <p>Checked, because such text comes from strangers and whoever reads it must have an answer. The message names the rule
 * that failed, with the line where there are many, and nothing of the content.
 */
public final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String failedRule) {
        super("malformed: " + failedRule);
    }

    Malformed(int line, String failedRule) {
        super("malformed: line " + line + ": " + failedRule);
    }
}

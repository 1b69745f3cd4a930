package org.troth.ledger;

import java.util.List;

/** What two checkpoints of one log say of each other; whether either was signed is another question. */
public enum Comparison {
    /** The later one begins with the earlier one. */
    CONSISTENT,
    /** The one shown is smaller than the one known: something was taken away, or is being hidden. */
    ROLLBACK,
    /**
     * Two roots for one size, which with both signatures convicts the log by itself; or two sizes and no proof that leads
     * from one to the other, which convicts nobody before the log has been asked again.
     */
    FORK,
    /** Two origins, so that there is nothing to compare. */
    OTHER_LOG;

    /**
     * Compares a checkpoint shown with the one known before.
     *
     * @param proof RFC 6962 consistency proof from the size known to the size shown; empty for equal sizes and from size 0
     */
    public static Comparison of(Checkpoint known, Checkpoint shown, List<byte[]> proof) {
        if (!known.origin().equals(shown.origin())) {
            return OTHER_LOG;
        }
        if (shown.size() < known.size()) {
            return ROLLBACK;
        }
        return Tree.extended(known.size(), known.root(), shown.size(), shown.root(), proof) ? CONSISTENT : FORK;
    }
}

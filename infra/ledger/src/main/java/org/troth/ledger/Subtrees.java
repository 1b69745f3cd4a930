package org.troth.ledger;

import java.io.IOException;

/** Hashes of the complete subtrees of one tree: that at {@code (level, index)} covers {@code [index, index+1) * 2^level}. */
@FunctionalInterface
interface Subtrees {
    byte[] hash(int level, long index) throws IOException;
}

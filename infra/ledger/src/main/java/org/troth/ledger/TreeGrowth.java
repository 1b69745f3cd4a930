package org.troth.ledger;

import java.util.List;

/**
 * What a tree becomes by more leaves: the tiles to write, lower levels first, and the new tree, which reads them from here
 * as if they were written already, so that its root can be known, and journalled, before.
 */
public record TreeGrowth(List<Written> written, TiledTree tree) {
    public TreeGrowth {
        written = List.copyOf(written);
    }

    /** A tile and its content. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Written(Tile tile, byte[] bytes) {}
}

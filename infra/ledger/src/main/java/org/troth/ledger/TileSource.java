package org.troth.ledger;

import java.io.IOException;

/** Where tiles are read from: files, a server, a bundle. Nobody believes it: what it answers leads to a signed root or not. */
@FunctionalInterface
public interface TileSource {

    /** The {@code 32 * width} bytes of exactly this tile; who has only a wider one left cuts it. */
    byte[] bytes(Tile tile) throws IOException;
}

package org.troth.ledger;

import java.io.FileNotFoundException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Tiles made by the letter of C2SP tlog-tiles: each hash is the root of its own leaves. */
final class MemoryTiles implements TileSource {
    final Map<Tile, byte[]> tiles = new HashMap<>();
    final List<Tile> read = new ArrayList<>();

    static MemoryTiles of(NaiveTree tree) {
        MemoryTiles tiles = new MemoryTiles();
        int size = tree.leaves().size();
        int covers = 1;
        for (int level = 0; size / covers > 0; level++) {
            List<byte[]> hashes = hashes(tree, covers);
            for (int first = 0; first < hashes.size(); first += 256) {
                List<byte[]> own = hashes.subList(first, Math.min(first + 256, hashes.size()));
                tiles.tiles.put(new Tile(level, first / 256, own.size()), join(own));
            }
            covers *= 256;
        }
        return tiles;
    }

    private static List<byte[]> hashes(NaiveTree tree, int covers) {
        return IntStream.range(0, tree.leaves().size() / covers)
                .mapToObj(i -> new NaiveTree(tree.leaves().subList(i * covers, (i + 1) * covers)).root())
                .toList();
    }

    private static byte[] join(List<byte[]> hashes) {
        byte[] bytes = new byte[hashes.size() * 32];
        for (int i = 0; i < hashes.size(); i++) {
            System.arraycopy(hashes.get(i), 0, bytes, i * 32, 32);
        }
        return bytes;
    }

    @Override
    public byte[] bytes(Tile tile) throws FileNotFoundException {
        read.add(tile);
        byte[] bytes = tiles.get(tile);
        if (bytes == null) {
            throw new FileNotFoundException(tile.path());
        }
        return bytes;
    }
}

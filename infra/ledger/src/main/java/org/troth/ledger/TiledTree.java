package org.troth.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A tree of a given size, read from its tiles as they are needed: root, hashes and proofs.
 *
 * <p>A tile of a wrong length is {@link Tampered}. A wrong hash is not seen here: compare {@link #root} with a signed one,
 * or ask {@link #joins} tile by tile. Keeps a few tiles; not safe for several threads.
 */
public final class TiledTree {
    private static final int KEPT = 32;

    private final TileSource source;
    private final long size;
    private final Map<Tile, byte[]> kept = new HashMap<>();

    /** The tree of the first {@code size} leaves, of which the source must have every tile. */
    public TiledTree(TileSource source, long size) {
        if (size < 0) {
            throw new IllegalArgumentException("a size below zero");
        }
        this.source = source;
        this.size = size;
    }

    public long size() {
        return size;
    }

    public byte[] root() throws IOException {
        return Tree.root(this::subtree, size);
    }

    public byte[] leaf(long index) throws IOException {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("an index outside of the tree");
        }
        return subtree(0, index);
    }

    /** What {@link Tree#included} asks for. */
    public List<byte[]> inclusion(long index) throws IOException {
        return Tree.inclusion(this::subtree, index, size);
    }

    /** What {@link Tree#extended} asks for, from the tree of the first {@code m} leaves to this one. */
    public List<byte[]> consistency(long m) throws IOException {
        return Tree.consistency(this::subtree, m, size);
    }

    /** Whether a full tile hashes to what the level above says of it; of a whole tree's tiles, every one is bound so. */
    public boolean joins(Tile full) throws IOException {
        if (full.width() != Tile.FULL || full.level() == Tile.TOP) {
            throw new IllegalArgumentException("a tile with none above it");
        }
        return Arrays.equals(
                Tile.root(tile(full), 0, Tile.FULL), subtree((full.level() + 1) * Tile.HEIGHT, full.index()));
    }

    /** This tree with more leaves (their hashes), and the tiles that are to be written for it. Nothing is written here. */
    public TreeGrowth grown(List<byte[]> leaves) throws IOException {
        List<TreeGrowth.Written> written = new ArrayList<>();
        List<byte[]> hashes = leaves;
        for (int level = 0; !hashes.isEmpty(); level++) {
            long before = size >> Tile.HEIGHT * level;
            hashes = fill(level, before, hashes, written);
        }
        return new TreeGrowth(written, overlaid(written, size + leaves.size()));
    }

    /** Hash of the complete subtree of 2^level leaves at this index. */
    private byte[] subtree(int level, long index) throws IOException {
        int within = level % Tile.HEIGHT;
        long first = index << within;
        Tile tile = Tile.holding(level / Tile.HEIGHT, first, size);
        return Tile.root(tile(tile), (int) (first % Tile.FULL), 1 << within);
    }

    private byte[] tile(Tile tile) throws IOException {
        byte[] known = kept.get(tile);
        if (known != null) {
            return known;
        }
        byte[] bytes = tile.checked(source.bytes(tile));
        if (kept.size() == KEPT) {
            kept.clear();
        }
        kept.put(tile, bytes);
        return bytes;
    }

    /** Appends hashes to a level that had {@code before} of them, and answers those that the level above gets. */
    private List<byte[]> fill(int level, long before, List<byte[]> hashes, List<TreeGrowth.Written> written)
            throws IOException {
        List<byte[]> above = new ArrayList<>();
        int open = (int) (before % Tile.FULL);
        byte[] begun = open == 0 ? Primitives.NONE : tile(new Tile(level, before / Tile.FULL, open));
        long index = before / Tile.FULL;
        for (int next = 0; next < hashes.size(); index++) {
            int added = Math.min(Tile.FULL - begun.length / Tree.HASH, hashes.size() - next);
            byte[] bytes = Arrays.copyOf(begun, begun.length + added * Tree.HASH);
            for (int i = 0; i < added; i++) {
                byte[] hash = hashes.get(next + i);
                if (hash.length != Tree.HASH) {
                    throw new Tampered("length of a leaf hash");
                }
                System.arraycopy(hash, 0, bytes, begun.length + i * Tree.HASH, Tree.HASH);
            }
            Tile tile = new Tile(level, index, bytes.length / Tree.HASH);
            written.add(new TreeGrowth.Written(tile, bytes));
            if (tile.width() == Tile.FULL) {
                above.add(Tile.root(bytes, 0, Tile.FULL));
            }
            begun = Primitives.NONE;
            next += added;
        }
        return above;
    }

    private TiledTree overlaid(List<TreeGrowth.Written> written, long grownSize) {
        Map<Tile, byte[]> fresh = new HashMap<>();
        written.forEach(each -> fresh.put(each.tile(), each.bytes()));
        return new TiledTree(
                tile -> {
                    byte[] bytes = fresh.get(tile);
                    return bytes == null ? source.bytes(tile) : bytes;
                },
                grownSize);
    }
}

package org.troth.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The name of a tile of C2SP tlog-tiles: {@code width} neighbouring hashes of one level, of which each covers 256^level
 * leaves. A tile is full at a width of 256, and partial before.
 *
 * @param level 0 for leaf hashes, to 7: a tree of fewer than 2^63 leaves has no higher one
 * @param index counted from the left within the level
 * @param width number of hashes, 1 to 256
 */
public record Tile(int level, long index, int width) {
    static final int HEIGHT = 8;
    static final int FULL = 1 << HEIGHT;
    static final int TOP = 7;

    private static final Pattern PATH =
            Pattern.compile("tile/([0-7])/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public Tile {
        if (level < 0 || level > TOP || !fits(level, index, width)) {
            throw new IllegalArgumentException("a tile outside of any tree");
        }
    }

    /** {@code tile/<L>/<N>}, and {@code .p/<W>} where it is partial; of ASCII digits in every locale. */
    public String path() {
        return "tile/" + level + "/" + place(index, width);
    }

    /** Reads {@link #path} back, in this one spelling only. */
    public static Tile parse(String path) throws Malformed {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches()) {
            throw new Malformed("path of a tile");
        }
        int level = Integer.parseInt(parts.group(1));
        long index = index(parts.group(2));
        int width = width(parts.group(3));
        if (!fits(level, index, width) || !place(index, width).equals(path.substring("tile/0/".length()))) {
            throw new Malformed("path of a tile");
        }
        return new Tile(level, index, width);
    }

    /**
     * The tiles to write when a tree grows from {@code m} to {@code n} leaves, lower levels first: those that became full
     * and the partial ones of the new size. A tile that did not change is not among them, so each can be created once.
     */
    public static Stream<Tile> written(long m, long n) {
        if (m < 0 || n < m) {
            throw new IllegalArgumentException("a tree that shrinks");
        }
        return IntStream.rangeClosed(0, TOP).boxed().flatMap(level -> written(level, m, n));
    }

    static Stream<Tile> written(int level, long m, long n) {
        long before = m >> HEIGHT * level;
        long after = n >> HEIGHT * level;
        if (before == after) {
            return Stream.empty();
        }
        return LongStream.rangeClosed(before / FULL, (after - 1) / FULL)
                .mapToObj(index -> new Tile(level, index, (int) Math.min(FULL, after - index * FULL)));
    }

    /** The tile that holds the hash number {@code at} of this level in a tree of this size. */
    static Tile holding(int level, long at, long size) {
        long index = at / FULL;
        return new Tile(level, index, (int) Math.min(FULL, (size >> HEIGHT * level) - index * FULL));
    }

    /** Its length in bytes. */
    public int length() {
        return width * Tree.HASH;
    }

    /** Refuses as {@link Tampered} bytes of any other length than this tile has. */
    byte[] checked(byte[] bytes) {
        if (bytes.length != length()) {
            throw new Tampered("length of a tile");
        }
        return bytes;
    }

    /** Root over {@code count} neighbouring hashes of a tile, a power of two. */
    static byte[] root(byte[] tile, int from, int count) {
        byte[][] hashes = new byte[count][];
        for (int i = 0; i < count; i++) {
            hashes[i] = Arrays.copyOfRange(tile, (from + i) * Tree.HASH, (from + i + 1) * Tree.HASH);
        }
        for (int left = count; left > 1; left /= 2) {
            for (int i = 0; i < left / 2; i++) {
                hashes[i] = Tree.node(hashes[2 * i], hashes[2 * i + 1]);
            }
        }
        return hashes[0];
    }

    /** {@code x001/x234/067}, and {@code .p/<W>}. */
    static String place(long index, int width) {
        String place = String.format(Locale.ROOT, "%03d", index % 1000);
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            place = String.format(Locale.ROOT, "x%03d/", rest % 1000) + place;
        }
        return width == FULL ? place : place + ".p/" + width;
    }

    static long index(String place) {
        return Long.parseLong(place.replace("x", "").replace("/", ""));
    }

    static int width(@Nullable String width) {
        return width == null ? FULL : Integer.parseInt(width);
    }

    static boolean fits(int level, long index, int width) {
        return index >= 0
                && width >= 1
                && width <= FULL
                && index <= (Long.MAX_VALUE >> HEIGHT * level) / FULL
                && width <= (Long.MAX_VALUE >> HEIGHT * level) - index * FULL;
    }
}

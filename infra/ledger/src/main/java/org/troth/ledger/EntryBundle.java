package org.troth.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The name and form of an entry bundle of C2SP tlog-tiles: the log's entries under the level 0 tile of the same index and
 * width, each with its length before it as {@code u16}. Ours are all {@value LogEntry#LENGTH} bytes long.
 *
 * @param index counted from the left
 * @param width number of entries, 1 to 256
 */
public record EntryBundle(long index, int width) {
    private static final Pattern PATH =
            Pattern.compile("tile/entries/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");
    private static final int FRAMED = 2 + LogEntry.LENGTH;

    public EntryBundle {
        if (!Tile.fits(0, index, width)) {
            throw new IllegalArgumentException("a bundle outside of any tree");
        }
    }

    /** {@code tile/entries/<N>}, and {@code .p/<W>} where it is partial. */
    public String path() {
        return "tile/entries/" + Tile.place(index, width);
    }

    /** Reads {@link #path} back, in this one spelling only. */
    public static EntryBundle parse(String path) throws Malformed {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches()) {
            throw new Malformed("path of a bundle");
        }
        long index = Tile.index(parts.group(1));
        int width = Tile.width(parts.group(2));
        if (!Tile.fits(0, index, width) || !Tile.place(index, width).equals(path.substring("tile/entries/".length()))) {
            throw new Malformed("path of a bundle");
        }
        return new EntryBundle(index, width);
    }

    /** The bundles to write when a tree grows from {@code m} to {@code n} entries, each once; compare {@link Tile#written}. */
    public static Stream<EntryBundle> written(long m, long n) {
        if (m < 0 || n < m) {
            throw new IllegalArgumentException("a tree that shrinks");
        }
        return Tile.written(0, m, n).map(tile -> new EntryBundle(tile.index(), tile.width()));
    }

    /** Tree index of its first entry. */
    public long first() {
        return index * Tile.FULL;
    }

    /** The bundle of these entries, of which there must be {@link #width}. */
    public byte[] bytes(List<byte[]> entries) {
        if (entries.size() != width) {
            throw new IllegalArgumentException("another number of entries than the width");
        }
        byte[] bytes = new byte[width * FRAMED];
        for (int i = 0; i < width; i++) {
            byte[] entry = LogEntry.checked(entries.get(i));
            bytes[i * FRAMED + 1] = LogEntry.LENGTH;
            System.arraycopy(entry, 0, bytes, i * FRAMED + 2, LogEntry.LENGTH);
        }
        return bytes;
    }

    /** Its entries in order, refusing as {@link Tampered} any other length, count or entry version. */
    public List<byte[]> entries(byte[] bytes) {
        if (bytes.length != width * FRAMED) {
            throw new Tampered("length of a bundle");
        }
        List<byte[]> entries = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += FRAMED) {
            if (bytes[at] != 0 || bytes[at + 1] != LogEntry.LENGTH) {
                throw new Tampered("length of an entry");
            }
            entries.add(LogEntry.checked(Arrays.copyOfRange(bytes, at + 2, at + FRAMED)));
        }
        return List.copyOf(entries);
    }
}

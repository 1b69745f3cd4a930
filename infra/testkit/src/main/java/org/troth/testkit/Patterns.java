package org.troth.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All disguises of all words, found in one pass over the bytes by their first four. */
final class Patterns {

    /** Shorter words would be found by chance in a large file of random bytes. */
    static final int SHORTEST_WORD = 6;

    private static final int FILTER_BITS = 20;

    record Pattern(String word, Encoding encoding, byte[] bytes) {
        boolean isAt(byte[] buffer, int from, int to) {
            return from + bytes.length <= to
                    && Arrays.equals(buffer, from, from + bytes.length, bytes, 0, bytes.length);
        }
    }

    interface Hit {
        void at(Pattern pattern, int offset);
    }

    private final Map<Integer, List<Pattern>> byStart = new HashMap<>();
    private final BitSet starts = new BitSet(1 << FILTER_BITS);
    private int longest;

    Patterns(Collection<String> words) {
        for (String word : words) {
            Set<String> seen = new HashSet<>();
            for (Encoding encoding : Encoding.values()) {
                for (byte[] bytes : encoding.patternsOf(word)) {
                    if (bytes.length < SHORTEST_WORD) {
                        throw new IllegalArgumentException("A word to look for has at least six bytes.");
                    }
                    if (seen.add(Arrays.toString(bytes))) {
                        add(new Pattern(word, encoding, bytes));
                    }
                }
            }
        }
        if (byStart.isEmpty()) {
            throw new IllegalArgumentException("A search without words finds nothing and proves nothing.");
        }
    }

    private void add(Pattern pattern) {
        int start = start(pattern.bytes, 0);
        starts.set(slot(start));
        byStart.computeIfAbsent(start, key -> new ArrayList<>()).add(pattern);
        longest = Math.max(longest, pattern.bytes.length);
    }

    /** How many bytes a pattern can span. */
    int longest() {
        return longest;
    }

    void search(byte[] buffer, int length, Hit hit) {
        for (int at = 0; at + 4 <= length; at++) {
            int start = start(buffer, at);
            if (starts.get(slot(start))) {
                for (Pattern pattern : byStart.getOrDefault(start, List.of())) {
                    if (pattern.isAt(buffer, at, length)) {
                        hit.at(pattern, at);
                    }
                }
            }
        }
    }

    private static int start(byte[] bytes, int at) {
        return bytes[at] << 24 | (bytes[at + 1] & 0xff) << 16 | (bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff;
    }

    private static int slot(int start) {
        return (start * 0x9E3779B1) >>> (32 - FILTER_BITS);
    }
}

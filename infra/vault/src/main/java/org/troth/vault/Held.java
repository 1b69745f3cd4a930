package org.troth.vault;

import java.util.Arrays;

/**
 * A key in use and what is known about it: a copy of its holder's own, zeroised when closed.
 *
 * @param <T> what is known about the key
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Held<T>(T about, byte[] key) implements AutoCloseable {

    @Override
    public void close() {
        Arrays.fill(key, (byte) 0);
    }

    @Override
    public String toString() {
        return "Held";
    }
}

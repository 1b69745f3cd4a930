package org.troth.store.facts;

import org.jspecify.annotations.Nullable;

/**
 * A fact as it lies in the store.
 *
 * @param ct absent when it was purged
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier on the hot path, never compared
public record FactRow(long position, byte[] header, byte @Nullable [] ct) {

    @Override
    public String toString() {
        return "FactRow at " + position;
    }
}

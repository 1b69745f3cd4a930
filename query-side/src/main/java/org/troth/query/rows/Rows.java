package org.troth.query.rows;

import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** Where a projection writes its rows; whether at once or in batches is not its business. */
public interface Rows {

    /**
     * Runs the statement with these values in the order of its question marks. Writes to one table keep their order; a
     * statement may read and write its own table only.
     */
    void write(Write statement, @Nullable Object... values);

    /** The position of the fact in hand. */
    static long position(TrackingToken token) {
        return token.position().orElseThrow(() -> new IllegalStateException("a fact without a position"));
    }
}

package org.troth.benchmarks;

import org.jspecify.annotations.Nullable;
import org.troth.query.rows.Rows;
import org.troth.query.rows.Write;

/** In the benchmark views are filled by a rebuild alone. */
final class NoLiveRows implements Rows {

    @Override
    public void write(Write statement, @Nullable Object... values) {
        throw new IllegalStateException("nothing follows the record live here");
    }
}

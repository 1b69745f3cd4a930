package org.troth.query.programme;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every code of the programme. */
record OfferedList(List<OfferedCode> matters, List<OfferedCode> classes) {

    /**
     * One code.
     *
     * @param list in an address
     * @param published whether the published pack says its words
     * @param label in the language of the reader, as far as there is one
     * @param fixed whether it always stays
     * @param changedAt when it was offered, said anew or withdrawn; absent where it stands as it was published
     */
    record OfferedCode(
            String list,
            String code,
            String label,
            boolean offered,
            boolean published,
            boolean fixed,
            @Nullable Instant changedAt) {}
}

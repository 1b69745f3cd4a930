package org.troth.query.copy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is kept about the reader (GDPR Art. 15(3) and 20(1)), but for their account and what others wrote for themselves.
 *
 * @param parts by its key, the rows of each part; each row by the keys of its fields. Words are objects with {@code text},
 *     or say that they were erased; days and moments are ISO 8601
 */
record OwnCopy(UUID person, Instant madeAt, Map<String, List<Map<String, @Nullable Object>>> parts) {

    @Override
    public String toString() {
        return "OwnCopy";
    }
}

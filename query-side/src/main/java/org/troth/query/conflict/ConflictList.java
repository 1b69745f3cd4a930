package org.troth.query.conflict;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.query.reading.Told;

/** The names that the reader gave for themselves, newest first. */
record ConflictList(List<Name> names) {

    /**
     * One of them.
     *
     * @param relation EMPLOYER, FIRM, OTHER_PARTY or KNOWN_PERSON
     */
    record Name(UUID entry, String relation, @Nullable Told name, Instant statedAt) {}
}

package org.troth.query.volunteer;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.query.reading.Told;

/**
 * One volunteer of a list.
 *
 * @param taken how many places are taken or held for a proposal now
 */
record VolunteerLine(
        UUID id,
        @Nullable Told name,
        List<String> matters,
        List<String> languages,
        int capacity,
        int taken,
        @Nullable LocalDate qualifiedUntil,
        boolean qualified) {

    public int room() {
        return Math.max(0, capacity - taken);
    }
}

package org.troth.query.volunteer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.query.reading.Told;

/**
 * One volunteer as shown, with the matches they are asked about or are in, newest first.
 *
 * @param forgetBy the last day on which they are to be answered that they ask to be forgotten; absent when they do not
 */
record VolunteerFile(
        VolunteerLine volunteer,
        @Nullable Told contact,
        @Nullable Told livedExperience,
        List<String> times,
        Instant registeredAt,
        @Nullable LocalDate forgetBy,
        List<Walk> walks) {

    /** One match of the volunteer, by the person they walk beside; whoever has no name yet has none here. */
    record Walk(
            UUID match,
            UUID participant,
            @Nullable Told name,
            String state,
            @Nullable Instant startedAt) {}
}

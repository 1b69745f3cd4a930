package org.troth.query.volunteer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.query.reading.Told;

/**
 * What was taken down of a volunteer, as it was first and each time it was put right, the last first.
 *
 * @param own whether the reader is that person
 */
record VolunteerTakenDown(UUID volunteer, boolean own, List<Version> versions) {

    /**
     * One time that it was written; what is absent stayed as it was.
     *
     * @param reason why it was put right; absent of the first
     * @param name absent, too, where only the person themselves is shown it; then {@code named} says that there is one
     * @param contact shown to the person themselves alone; {@code reached} says that there is one
     * @param withoutContact whether how they are reached was taken out
     */
    record Version(
            Instant writtenAt,
            @Nullable String reason,
            @Nullable Told name,
            boolean named,
            @Nullable List<String> languages,
            @Nullable Told contact,
            boolean reached,
            boolean withoutContact) {}
}

package org.troth.query.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.query.reading.Told;

/**
 * What the second contact is to arrange, the most urgent first.
 *
 * @param more whether there is more than is shown; it comes as these are arranged
 */
record ChangeList(List<Change> changes, boolean more) {

    /**
     * One match that goes on.
     *
     * @param dueBy the day by which it must be arranged
     * @param overdue whether that day has passed
     * @param askedBy who asked the second contact and not the coordinator: PARTICIPANT, VOLUNTEER, both or nobody
     */
    record Change(
            UUID match,
            UUID participant,
            @Nullable Told participantName,
            List<Way> ways,
            UUID volunteer,
            @Nullable Told volunteerName,
            @Nullable Told volunteerContact,
            LocalDate dueBy,
            boolean overdue,
            List<String> askedBy) {}

    /** A safe way to reach the participant. */
    record Way(
            String channel,
            @Nullable Told address,
            @Nullable Told advice) {}
}

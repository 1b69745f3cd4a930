package org.troth.query.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.query.reading.Told;

/**
 * What the second contact is to arrange, the most urgent first. Of the two people of a match only who asked is on it: the other
 * would find in their own accounting that the second contact looked, and know what they are not to know.
 *
 * @param more whether there is more than is shown; it comes as these are arranged
 */
record ChangeList(List<Change> changes, boolean more) {

    /**
     * One match that goes on.
     *
     * @param dueBy the day by which the change must be arranged
     * @param overdue whether that day has passed
     */
    record Change(UUID match, LocalDate dueBy, boolean overdue, List<Asker> askers) {}

    /**
     * One of the two, who asked for the change.
     *
     * @param side PARTICIPANT or VOLUNTEER
     * @param pastCoordinator whether they asked the second contact and the coordinator is not to know
     */
    record Asker(
            String side,
            boolean pastCoordinator,
            UUID person,
            @Nullable Told name,
            List<Way> ways) {}

    /**
     * A safe way to reach somebody.
     *
     * @param channel empty where it is not told apart
     */
    record Way(
            String channel,
            @Nullable Told address,
            @Nullable Told advice) {}
}

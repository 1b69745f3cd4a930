package org.troth.query.encounter;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Meetings of one participant, or of one match, the last entered first, a page at a time; no word of what was said.
 *
 * @param of the participant or the match whose meetings they are
 * @param before give this to see those that were entered before the last; absent when there are none
 */
record MeetingList(
        UUID of, List<MeetingLine> meetings, @Nullable Long before) {

    /**
     * One meeting as it holds.
     *
     * @param late whether it was entered long after it was held
     * @param corrected whether a correction holds
     * @param correctionWaits whether one waits for somebody else to look at it
     */
    record MeetingLine(
            UUID id,
            UUID match,
            Instant heldAt,
            String zone,
            int minutes,
            String medium,
            List<String> support,
            boolean late,
            boolean corrected,
            boolean correctionWaits) {}
}

package org.troth.query.presence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What was asked for the meetings of one match, the last asked first.
 *
 * @param reader PARTICIPANT, VOLUNTEER or COORDINATOR: as whom it is read
 * @param open whether something can still be asked
 */
record PresenceList(UUID match, UUID participant, Reader reader, boolean open, List<PresenceLine> presences) {

    /** As whom somebody reads it. */
    enum Reader {
        PARTICIPANT,
        VOLUNTEER,
        COORDINATOR
    }

    /**
     * One question.
     *
     * @param guest what the other is: OBSERVER, TRAINEE, COMPANION or SOMEBODY_ELSE
     * @param state ASKED, MAY_COME or NOBODY_COMES
     * @param toCome whether the day of the meeting is not over
     */
    record PresenceLine(UUID id, String guest, LocalDate day, String state, Instant askedAt, boolean toCome) {}
}

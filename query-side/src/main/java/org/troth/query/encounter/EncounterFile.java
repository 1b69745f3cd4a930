package org.troth.query.encounter;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.query.reading.Told;

/**
 * One meeting as its reader may see it.
 *
 * @param volunteer absent for a participant when the match has ended
 * @param now the version that holds
 * @param waiting the correction that waits until a coordinator has looked at it
 * @param mayDecide whether the reader is a coordinator who may look at it for the programme
 * @param earlier what was entered besides, newest first
 * @param presence who else was there, as it was said each time, the last first; empty where nobody else was
 * @param sheets the information sheets that were given
 */
record EncounterFile(
        UUID id,
        UUID match,
        UUID participant,
        @Nullable UUID volunteer,
        Version now,
        @Nullable Version waiting,
        boolean mayDecide,
        List<Version> earlier,
        List<PresenceNote> presence,
        List<SheetNote> sheets) {

    /** One version of an information sheet that was given. */
    record SheetNote(UUID sheet, int version, String title) {}

    /**
     * Who else was there.
     *
     * @param guests by what they were; empty: nobody else
     * @param unagreed those to whom the participant had not said yes beforehand
     */
    record PresenceNote(Instant notedAt, String notedBy, List<String> guests, List<String> unagreed) {}

    /**
     * The meeting as it was entered at one time.
     *
     * @param number from 1 for the first entry
     * @param standing ENTERED: it holds or held from when it was entered; PROPOSED: it waits; APPROVED: it holds or held from when that
     *     was decided; SENT_BACK and REPLACED (by a newer one, before anybody decided): it never held
     * @param decidedAt when it was approved or sent back
     * @param decidedReason why it was sent back
     * @param heldAt when it began, as this version has it
     * @param recordedAt when this version was entered
     * @param late whether the meeting was entered long after it was held
     * @param qualified whether the volunteer was qualified that day; absent for a participant
     * @param acts what the volunteer did of what the role forbids, empty for nothing; absent where it was not said, and for a
     *     participant
     * @param noted whether there is a note, also where it is not shown
     * @param note for the two people alone
     * @param reflection for the volunteer alone
     */
    record Version(
            int number,
            String standing,
            @Nullable Instant decidedAt,
            @Nullable String decidedReason,
            Instant heldAt,
            String zone,
            int minutes,
            String medium,
            List<String> support,
            List<String> topics,
            Instant recordedAt,
            String enteredBy,
            @Nullable String reason,
            boolean late,
            @Nullable Boolean qualified,
            @Nullable List<String> acts,
            boolean noted,
            @Nullable Told note,
            @Nullable Told reflection) {}
}

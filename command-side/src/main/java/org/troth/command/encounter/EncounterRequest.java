package org.troth.command.encounter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked about meetings, as JSON and as forms. Every code is on a list of the law. */
interface EncounterRequest {

    /**
     * A meeting of a match.
     *
     * @param day on which it began, such as 2026-11-21
     * @param time at which it began on the clock of the programme, such as 14:30
     * @param turn EARLIER or LATER: only for a time that the clock showed twice, in the night when it was put back
     * @param minutes how long it was, from 1 to 1440
     * @param medium how the two met
     * @param support which kinds of support it was, at least one
     * @param topics what it was about; may be left out
     * @param acts which of the acts that the role forbids the volunteer did, or none: said by volunteers only
     * @param note about the participant, who can read it; at most 2000 characters, written by volunteers only
     * @param reflection the volunteer's own, for nobody else; at most 2000 characters, written by volunteers only
     * @param present who else was there: OBSERVER, TRAINEE, COMPANION, SOMEBODY_ELSE; NOBODY or nothing: nobody
     * @param sheets which information sheets were given, each as its identifier, a dot and its version; NONE or nothing: none
     */
    record NewEncounter(
            @Nullable String match,
            @Nullable String day,
            @Nullable String time,
            @Nullable String turn,
            @Nullable String minutes,
            @Nullable String medium,
            @Nullable List<String> support,
            @Nullable List<String> topics,
            @Nullable List<String> acts,
            @Nullable String note,
            @Nullable String reflection,
            @Nullable List<String> present,
            @Nullable List<String> sheets) {}

    /**
     * The meeting as it is right; words that are left out stay as they were.
     *
     * @param reason why it is corrected, as a code
     * @param acts left out: as it was said before
     * @param withoutNote true takes the note away from here on
     * @param withoutReflection true takes the reflection away from here on
     * @param present who else was there, or NOBODY; left out: as it was said before
     * @param sheets which information sheets were given, or NONE; left out: as it was said before
     */
    record EncounterCorrection(
            @Nullable String reason,
            @Nullable String day,
            @Nullable String time,
            @Nullable String turn,
            @Nullable String minutes,
            @Nullable String medium,
            @Nullable List<String> support,
            @Nullable List<String> topics,
            @Nullable List<String> acts,
            @Nullable String note,
            @Nullable String withoutNote,
            @Nullable String reflection,
            @Nullable String withoutReflection,
            @Nullable List<String> present,
            @Nullable List<String> sheets) {}

    /**
     * A correction that waits is sent back.
     *
     * @param reason why, as a code
     */
    record SendingBack(@Nullable String reason) {}
}

package org.troth.command.programme;

import org.jspecify.annotations.Nullable;

/** What can be asked about the programme's codes, as JSON and as forms. */
interface ProgrammeRequest {

    /**
     * A code of the programme's own.
     *
     * @param list MATTER or PARTICIPANT_CLASS
     * @param code what stands on the record: at most 40 lower-case letters and digits, with hyphens; made of the English label where it is absent
     * @param english the label; at most 60 characters
     * @param arabic the label; at most 60 characters
     */
    record NewCode(
            @Nullable String list,
            @Nullable String code,
            @Nullable String english,
            @Nullable String arabic) {}

    /** Other labels for a code of the programme's own. */
    record NewLabels(@Nullable String english, @Nullable String arabic) {}
}

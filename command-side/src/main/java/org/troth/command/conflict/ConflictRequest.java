package org.troth.command.conflict;

import org.jspecify.annotations.Nullable;

/** What can be asked about a list of names, as JSON and as a form. */
interface ConflictRequest {

    /**
     * A name for a list.
     *
     * @param participant whose list it is, where a coordinator writes down what a participant told them
     * @param volunteer the same for a volunteer; people who write for themselves name neither
     * @param relation EMPLOYER, FIRM, OTHER_PARTY or KNOWN_PERSON
     * @param name at most 200 characters, with a letter or a number in it
     */
    record Statement(
            @Nullable String participant,
            @Nullable String volunteer,
            @Nullable String relation,
            @Nullable String name) {}
}

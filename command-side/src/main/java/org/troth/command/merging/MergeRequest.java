package org.troth.command.merging;

import org.jspecify.annotations.Nullable;

/** What can be asked about two records of one person, as JSON and as a form. */
interface MergeRequest {

    /** The code of an enquiry that was made without a name, as the person says it. */
    record Shown(@Nullable String code) {

        @Override
        public String toString() {
            return getClass().getSimpleName();
        }
    }

    /**
     * That two records are thought to be of one person.
     *
     * @param kept the participant whose record is followed from then on
     * @param merged the participant whose record leads to it
     * @param ground why, a code
     */
    record Merging(
            @Nullable String kept,
            @Nullable String merged,
            @Nullable String ground) {}
}

package org.troth.command.sheet;

import org.jspecify.annotations.Nullable;

/** What can be asked about information sheets, as JSON and as forms. */
interface SheetRequest {

    /**
     * A sheet, or the next version of one.
     *
     * @param jurisdiction whose law it explains, such as GB-ENG or CA
     * @param language such as en
     * @param text what is given to people, at most 8000 characters
     * @param reviewer what the one is who reviewed it, as a code; names are not kept
     * @param reviewedOn the day of the review, today or earlier
     * @param reviewBy the last day on which it holds, two years later at most
     */
    record NewSheet(
            @Nullable String title,
            @Nullable String jurisdiction,
            @Nullable String language,
            @Nullable String text,
            @Nullable String reviewer,
            @Nullable String reviewedOn,
            @Nullable String reviewBy) {}

    /** The newest version was reviewed anew, and stands as it is. */
    record NewReview(
            @Nullable String reviewer,
            @Nullable String reviewedOn,
            @Nullable String reviewBy) {}
}

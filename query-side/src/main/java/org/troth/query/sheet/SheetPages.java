package org.troth.query.sheet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is shown of information sheets. */
final class SheetPages {

    private SheetPages() {}

    /**
     * One version without its text.
     *
     * @param state IN_REVIEW, REVIEW_OVERDUE or TAKEN_BACK
     * @param reviewBy the last day on which its review holds
     */
    record SheetLine(
            UUID id,
            int version,
            String title,
            String jurisdiction,
            String language,
            String state,
            String reviewer,
            LocalDate reviewedOn,
            LocalDate reviewBy,
            Instant publishedAt) {}

    /**
     * The newest version of every sheet, the last published first, a page at a time.
     *
     * @param before give this to see those before the last; absent when there are none
     */
    record SheetList(List<SheetLine> sheets, @Nullable Long before) {}

    /**
     * One version, whole.
     *
     * @param text byte for byte what is given
     * @param newest the number of the newest version
     * @param versions all there are, the newest first
     */
    record SheetFile(SheetLine line, String text, String sha256, int newest, List<Integer> versions) {

        /** The same text by its lines. */
        public List<String> paragraphs() {
            return text.lines().filter(each -> !each.isBlank()).toList();
        }
    }

    /** One that a participant was given. */
    record GivenSheet(UUID encounter, UUID sheet, int version, String title, Instant heldAt, String zone) {}

    /** All that they were given, the last first. */
    record GivenSheets(List<GivenSheet> given, @Nullable Long before) {}
}

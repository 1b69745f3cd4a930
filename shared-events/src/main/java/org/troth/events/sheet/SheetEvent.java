package org.troth.events.sheet;

import java.time.LocalDate;
import org.troth.events.Fact;
import org.troth.events.Law;
import org.troth.events.Recorded;
import org.troth.events.SheetId;

/** The information sheets of the programme, in plain: what is published is about nobody. A published version is never edited. */
public sealed interface SheetEvent extends Fact {

    SheetId sheet();

    /** One, and one more with each other text. */
    int version();

    /**
     * A sheet was published, or the next version of it.
     *
     * @param jurisdiction whose law it explains, by ISO 3166, such as {@code GB-ENG}
     * @param language by BCP 47
     * @param text byte for byte what is given to people
     * @param sha256 of that text
     */
    @Recorded(as = "sheet-published", revision = 1)
    record SheetPublished(
            SheetId sheet,
            int version,
            String title,
            String jurisdiction,
            String language,
            String text,
            String sha256,
            Review review,
            Law law)
            implements SheetEvent {}

    /** The same version was reviewed anew, and stands as it is. */
    @Recorded(as = "sheet-reviewed", revision = 1)
    record SheetReviewed(SheetId sheet, int version, Review review, Law law) implements SheetEvent {}

    /** It, and with it every earlier version, is given to nobody any more. That it was given stays lawful. */
    @Recorded(as = "sheet-taken-back", revision = 1)
    record SheetTakenBack(SheetId sheet, int version) implements SheetEvent {}

    /**
     * Somebody of the law has read it and found it right.
     *
     * @param reviewer what they are, as a code of the programme; who they are is not kept
     * @param reviewedOn the day on which they did
     * @param reviewBy the last day on which that holds
     */
    record Review(String reviewer, LocalDate reviewedOn, LocalDate reviewBy) {

        public Review {
            if (reviewBy.isBefore(reviewedOn)) {
                throw new IllegalArgumentException("a review holds from its day on");
            }
        }
    }
}

package org.troth.events.sheet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.troth.events.SheetId;
import org.troth.events.recording.Precondition;

/** The strong question "might this sheet be given at that meeting?", answered from the record and never from a view. */
public interface SheetsInReview {

    /** @param day of the meeting, in the programme's time zone */
    Answer of(SheetId sheet, int version, LocalDate day, Instant at);

    /**
     * What can be given now, by its title.
     *
     * @param language only those in this language; every language where it is absent
     * @param most at most so many
     */
    Offers now(LocalDate today, @Nullable String language, int most);

    /**
     * The answer, which holds as long as the precondition does.
     *
     * @param sha256 of its text; absent when there is no such version
     * @param inReview whether a review held on that day, and it had not been taken back
     */
    record Answer(@Nullable String sha256, boolean inReview, Precondition precondition) {}

    /**
     * What can be given.
     *
     * @param languages in which there is any, asked for or not
     * @param more whether there are others in the language that was asked for
     */
    record Offers(List<Offer> offers, List<String> languages, boolean more) {

        public Offers {
            offers = List.copyOf(offers);
            languages = List.copyOf(languages);
        }
    }

    /** One version that can be given. */
    record Offer(SheetId sheet, int version, String title, String language) {}
}

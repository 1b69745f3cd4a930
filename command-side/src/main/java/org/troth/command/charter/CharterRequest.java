package org.troth.command.charter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked about the charter of the role, as JSON and as forms. */
interface CharterRequest {

    /**
     * Which charter somebody has read: what they were shown.
     *
     * @param version of the charter
     * @param language in which they read it, as BCP 47 writes it
     */
    record CharterReading(
            @Nullable String version, @Nullable String language) {

        static CharterReading orNone(@Nullable CharterReading said) {
            return said == null ? new CharterReading(null, null) : said;
        }
    }

    /**
     * What a volunteer was asked for and lies outside their role.
     *
     * @param kind a code of the programme, such as legal-advice
     * @param note what helps to decide, at most 2000 characters; the participant can read it
     */
    record OutsideAsk(
            @Nullable String match,
            @Nullable String kind,
            @Nullable String note) {}

    /** The referral, or the decision against one, that the decision rests on. */
    record OutsideDecision(@Nullable String referral) {}

    /**
     * A charter as it is shown.
     *
     * @param direction in which it is written, ltr or rtl
     * @param sha256 of the text as UTF-8, in hexadecimal: the same as on the record
     * @param languages in which this version is published
     * @param acknowledged whether the reader has said that they read this version; always false for a coordinator
     */
    record CharterToRead(
            String name,
            int version,
            String language,
            String direction,
            String sha256,
            String text,
            List<String> languages,
            boolean acknowledged) {}
}

package org.troth.command.referral;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody at an agency can ask. Their secrets stand in the body of a request alone, and in no text of these. */
interface AgencyRequest {

    /**
     * What they were given.
     *
     * @param link the link, or what stands after its #
     * @param code the code that was told by another way
     * @param sitting what tells this request apart from any other, 26 to 64 random small letters and digits: sent again with
     *     the same, it finds the same sitting; absent where it need not be sent again. The secret of the sitting is in the answer
     */
    record Opening(
            @Nullable String link,
            @Nullable String code,
            @Nullable String sitting) {
        @Override
        public String toString() {
            return getClass().getSimpleName();
        }
    }

    /** The secret of the sitting, as the answer to the opening held it. */
    record Sitting(@Nullable String sitting) {
        @Override
        public String toString() {
            return getClass().getSimpleName();
        }
    }

    /**
     * They cannot help.
     *
     * @param reason a code of the programme
     */
    record CannotHelp(@Nullable String sitting, @Nullable String reason) {
        @Override
        public String toString() {
            return "CannotHelp";
        }
    }

    /**
     * What came of it.
     *
     * @param outcome HELPED, PARTLY_HELPED, NOT_HELPED or NO_OUTCOME_KNOWN
     * @param words at most 4000 characters
     */
    record Result(
            @Nullable String sitting,
            @Nullable String outcome,
            @Nullable String words) {
        @Override
        public String toString() {
            return getClass().getSimpleName();
        }
    }

    /**
     * The packet, as it lies before them.
     *
     * @param sitting the secret to be sent with whatever they do next
     * @param until when the sitting ends
     * @param packet what was sent, and nothing else
     * @param notice the notice against passing it on that went with it
     * @param answers what they may answer now
     */
    record Lying(String sitting, String until, String packet, String notice, List<String> answers) {
        @Override
        public String toString() {
            return getClass().getSimpleName();
        }
    }

    /** Their answer is on the record, and nothing more is said. */
    record Answered(boolean answered) {}

    /**
     * The opening, told this once: a repetition of the request is told neither.
     *
     * @param link to be sent by one way; the secret stands after the #
     * @param code to be told by another
     * @param until when it opens nothing any more, if it was not used
     */
    record OpeningMade(
            long position,
            @Nullable String link,
            @Nullable String code,
            @Nullable String until) {
        @Override
        public String toString() {
            return "OpeningMade";
        }
    }
}

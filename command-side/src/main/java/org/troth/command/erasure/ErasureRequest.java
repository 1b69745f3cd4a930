package org.troth.command.erasure;

import org.jspecify.annotations.Nullable;

/** What can be asked about being forgotten, as JSON and as a form. */
interface ErasureRequest {

    /**
     * That somebody asks to be forgotten.
     *
     * @param participant who asked, where a coordinator notes what a participant told them
     * @param volunteer the same for a volunteer; people who ask for themselves name neither
     * @param askedOn the day on which they asked, if it was before today; only where a coordinator notes it
     */
    record Forgetting(
            @Nullable String participant,
            @Nullable String volunteer,
            @Nullable String askedOn) {

        static Forgetting orOwn(@Nullable Forgetting said) {
            return said == null ? new Forgetting(null, null, null) : said;
        }
    }

    /**
     * That it was noted by mistake.
     *
     * @param participant for whom it was noted, if for a participant
     * @param volunteer the same for a volunteer; one of the two is named
     * @param reason in what the mistake lay: a code of the programme
     */
    record Mistake(
            @Nullable String participant,
            @Nullable String volunteer,
            @Nullable String reason) {}
}

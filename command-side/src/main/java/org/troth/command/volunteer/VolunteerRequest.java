package org.troth.command.volunteer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked about a volunteer, as JSON and as forms. Every field is checked before anything is done. */
interface VolunteerRequest {

    /**
     * A registration.
     *
     * @param name at most 200 characters
     * @param contact how to reach them; at most 400 characters
     * @param livedExperience in their own words, if they wish; at most 4000 characters
     * @param matters the kinds of legal matter they know from their own life, codes of the programme, at most 20
     * @param languages as BCP 47 writes them, at most 20
     * @param capacity how many people they walk beside at most at one time, 0 to 20
     */
    record Registration(
            @Nullable String name,
            @Nullable String contact,
            @Nullable String livedExperience,
            @Nullable List<String> matters,
            @Nullable List<String> languages,
            @Nullable String capacity) {}

    /** The last day on which they are qualified, as 2026-11-21; that day still counts. */
    record Qualification(@Nullable String lastDay) {}

    /** How many people they walk beside at most at one time, 0 to 20. */
    record Capacity(@Nullable String capacity) {}

    /** When in the week they have time, codes of the programme; none takes back what was said. */
    record Availability(@Nullable List<String> times) {

        static Availability orNone(@Nullable Availability said) {
            return said == null ? new Availability(null) : said;
        }
    }

    /**
     * What is put right. What is left empty stays as it was.
     *
     * @param reason written-wrong, has-changed or said-too-much
     * @param name what they want to be called; at most 200 characters
     * @param languages all of them, as BCP 47 writes them, at most 20
     * @param contact how to reach them from now on; at most 400 characters
     * @param contactTaken whether what was written of how to reach them is taken out, so that nothing is sent to them any more
     */
    record VolunteerCorrection(
            @Nullable String reason,
            @Nullable String name,
            @Nullable List<String> languages,
            @Nullable String contact,
            @Nullable Boolean contactTaken) {

        @Override
        public String toString() {
            return getClass().getSimpleName();
        }
    }
}

package org.troth.query.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of the lines are asked for, by codes; empty where it does not matter.
 *
 * @param until only what is due by this day
 */
record Sieve(String matter, String language, @Nullable LocalDate until) {

    static final Sieve NONE = new Sieve("", "", null);

    /** Further conditions, on the participant {@code p} and on the day that a line is due. */
    String conditions(String due) {
        return (matter.isEmpty() ? "" : " and p.matter = ?")
                + (language.isEmpty() ? "" : " and p.language = ?")
                + (until == null ? "" : " and " + due + " <= ?");
    }

    List<Object> values() {
        List<Object> values = new ArrayList<>();
        if (!matter.isEmpty()) {
            values.add(matter);
        }
        if (!language.isEmpty()) {
            values.add(language);
        }
        if (until != null) {
            values.add(until);
        }
        return values;
    }
}

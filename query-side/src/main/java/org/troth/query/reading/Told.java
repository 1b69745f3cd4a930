package org.troth.query.reading;

import org.jspecify.annotations.Nullable;

/**
 * Words that were opened for one response, or why there are none: they were erased, or the purpose of the look does not
 * cover them. Never says them by accident.
 */
public record Told(@Nullable String text, boolean erased, boolean withheld) {

    static Told words(String text) {
        return new Told(text, false, false);
    }

    static Told wereErased() {
        return new Told(null, true, false);
    }

    static Told isWithheld() {
        return new Told(null, false, true);
    }

    @Override
    public String toString() {
        return "Told[]";
    }
}

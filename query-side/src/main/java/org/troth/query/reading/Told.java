package org.troth.query.reading;

import org.jspecify.annotations.Nullable;

/** Words that were opened for one response, or the fact that they were erased. Never says them by accident. */
public record Told(@Nullable String text, boolean erased) {

    static Told words(String text) {
        return new Told(text, false);
    }

    static Told wereErased() {
        return new Told(null, true);
    }

    @Override
    public String toString() {
        return "Told";
    }
}

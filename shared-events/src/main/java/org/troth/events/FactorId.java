package org.troth.events;

import java.util.UUID;

/** Names a second factor of an account (never its secret); random, and never derived from anything else. */
public record FactorId(UUID value) {

    /** Reads the usual text form; throws {@link IllegalArgumentException} when it is none. */
    public static FactorId of(String text) {
        return new FactorId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package org.troth.events;

import java.util.UUID;

/** Names a meeting that was logged; random, and never derived from anything else. */
public record EncounterId(UUID value) {

    /** Reads the usual text form; throws {@link IllegalArgumentException} when it is none. */
    public static EncounterId of(String text) {
        return new EncounterId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

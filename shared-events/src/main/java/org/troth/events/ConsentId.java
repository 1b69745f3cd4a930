package org.troth.events;

import java.util.UUID;

/** Names one question of consent and its answer; random, and never derived from anything else. */
public record ConsentId(UUID value) {

    /** Reads the usual text form; throws {@link IllegalArgumentException} when it is none. */
    public static ConsentId of(String text) {
        return new ConsentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

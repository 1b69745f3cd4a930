package org.troth.events;

import java.util.UUID;

/** Names a person who walks beside; random, and never derived from anything else. */
public record VolunteerId(UUID value) {

    /** Reads the usual text form; throws {@link IllegalArgumentException} when it is none. */
    public static VolunteerId of(String text) {
        return new VolunteerId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

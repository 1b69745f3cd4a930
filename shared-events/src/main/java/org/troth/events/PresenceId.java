package org.troth.events;

import java.util.UUID;

/** Names the question whether somebody else may come to a meeting; random, and never derived from anything else. */
public record PresenceId(UUID value) {

    /** Reads the usual text form; throws {@link IllegalArgumentException} when it is none. */
    public static PresenceId of(String text) {
        return new PresenceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

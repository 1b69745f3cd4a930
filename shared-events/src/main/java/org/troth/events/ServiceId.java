package org.troth.events;

import java.util.UUID;

/** Names a service of the directory; random, and never derived from anything else. */
public record ServiceId(UUID value) {

    /** Reads the usual text form; throws {@link IllegalArgumentException} when it is none. */
    public static ServiceId of(String text) {
        return new ServiceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package org.troth.events;

import java.util.UUID;

/** Names an organisation of the directory; random, and never derived from anything else. */
public record AgencyId(UUID value) {

    /** Reads the usual text form; throws {@link IllegalArgumentException} when it is none. */
    public static AgencyId of(String text) {
        return new AgencyId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package org.troth.events;

import java.util.UUID;

/** Names a boundary of a match; random, and never derived from anything else. */
public record BoundaryId(UUID value) {

    /** Reads the usual text form; throws {@link IllegalArgumentException} when it is none. */
    public static BoundaryId of(String text) {
        return new BoundaryId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

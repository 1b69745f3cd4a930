package org.troth.events;

import java.util.UUID;

/** Names one look, or one refused look, at the record; random, and never derived from anything else. */
public record DisclosureId(UUID value) {

    /** Reads the usual text form; throws {@link IllegalArgumentException} when it is none. */
    public static DisclosureId of(String text) {
        return new DisclosureId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

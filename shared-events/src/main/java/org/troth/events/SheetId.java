package org.troth.events;

import java.util.UUID;

/** Names an information sheet in all its versions; random, and never derived from anything else. */
public record SheetId(UUID value) {

    /** Reads the usual text form; throws {@link IllegalArgumentException} when it is none. */
    public static SheetId of(String text) {
        return new SheetId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

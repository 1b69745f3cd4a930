package org.troth.events;

import java.util.UUID;

/** Names one request for a match and all that follows; random, and never derived from anything else. */
public record MatchId(UUID value) {

    /** Reads the usual text form; throws {@link IllegalArgumentException} when it is none. */
    public static MatchId of(String text) {
        return new MatchId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package org.troth.events;

import java.util.UUID;

/** Names an API token of an account (never the token itself); random, and never derived from anything else. */
public record TokenId(UUID value) {

    /** Reads the usual text form; throws {@link IllegalArgumentException} when it is none. */
    public static TokenId of(String text) {
        return new TokenId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package org.troth.events;

import java.util.UUID;

/** Names an account that signs in; random, and never derived from anything else. */
public record AccountId(UUID value) {

    /** Reads the usual text form; throws {@link IllegalArgumentException} when it is none. */
    public static AccountId of(String text) {
        return new AccountId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package org.troth.events;

import java.util.UUID;

/** Names one message to one receiver; random, and never derived from anything else. */
public record MessageId(UUID value) {

    /** Reads the usual text form; throws {@link IllegalArgumentException} when it is none. */
    public static MessageId of(String text) {
        return new MessageId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

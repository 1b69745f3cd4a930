package org.troth.events;

import java.util.UUID;

/** Names one time at which somebody said that they have read the charter of the role; random, and never derived from anything else. */
public record AcknowledgementId(UUID value) {

    /** Reads the usual text form; throws {@link IllegalArgumentException} when it is none. */
    public static AcknowledgementId of(String text) {
        return new AcknowledgementId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

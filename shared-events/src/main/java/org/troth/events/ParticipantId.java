package org.troth.events;

import java.util.UUID;

/** Names a person who asks for help; random, and never derived from anything else. */
public record ParticipantId(UUID value) {

    /** Reads the usual text form; throws {@link IllegalArgumentException} when it is none. */
    public static ParticipantId of(String text) {
        return new ParticipantId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

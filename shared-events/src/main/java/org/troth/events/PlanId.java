package org.troth.events;

import java.util.UUID;

/** Names a joint plan of a participant; random, and never derived from anything else. */
public record PlanId(UUID value) {

    /** Reads the usual text form; throws {@link IllegalArgumentException} when it is none. */
    public static PlanId of(String text) {
        return new PlanId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

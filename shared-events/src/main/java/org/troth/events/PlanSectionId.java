package org.troth.events;

import java.util.UUID;

/** Names a section of a joint plan; its words are under a key of its own, whose owner it is; random, and never derived from anything else. */
public record PlanSectionId(UUID value) {

    /** Reads the usual text form; throws {@link IllegalArgumentException} when it is none. */
    public static PlanSectionId of(String text) {
        return new PlanSectionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

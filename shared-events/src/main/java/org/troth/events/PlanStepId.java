package org.troth.events;

import java.util.UUID;

/** Names a step within a section of a joint plan; random, and never derived from anything else. */
public record PlanStepId(UUID value) {

    /** Reads the usual text form; throws {@link IllegalArgumentException} when it is none. */
    public static PlanStepId of(String text) {
        return new PlanStepId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package org.troth.events;

import java.util.UUID;

/** Names a goal of a participant; random, and never derived from anything else. */
public record GoalId(UUID value) {

    /** Reads the usual text form; throws {@link IllegalArgumentException} when it is none. */
    public static GoalId of(String text) {
        return new GoalId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

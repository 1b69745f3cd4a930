package org.troth.events;

import java.util.UUID;

/** Names one request that lies outside the role of the volunteer who was asked; random, and never derived from anything else. */
public record OutsideRoleId(UUID value) {

    /** Reads the usual text form; throws {@link IllegalArgumentException} when it is none. */
    public static OutsideRoleId of(String text) {
        return new OutsideRoleId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

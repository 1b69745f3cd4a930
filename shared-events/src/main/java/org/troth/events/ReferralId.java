package org.troth.events;

import java.util.UUID;

/** Names one referral; random, and never derived from anything else. */
public record ReferralId(UUID value) {

    /** Reads the usual text form; throws {@link IllegalArgumentException} when it is none. */
    public static ReferralId of(String text) {
        return new ReferralId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

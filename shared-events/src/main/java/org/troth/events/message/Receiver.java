package org.troth.events.message;

import java.util.UUID;

/** Whom a message is for; how they are reached is asked at the moment it leaves, and never kept here. */
public record Receiver(Kind kind, UUID id) {

    /** What kind of receiver. */
    public enum Kind {
        PARTICIPANT,
        VOLUNTEER,
        AGENCY
    }
}

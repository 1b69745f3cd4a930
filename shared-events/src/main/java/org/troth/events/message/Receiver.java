package org.troth.events.message;

import java.util.UUID;

/** Whom a message is for; how they are reached is asked at the moment it leaves, and never kept here. */
public record Receiver(Kind kind, UUID id) {

    /** Those who are asked past the coordinator, whoever they are now. */
    public static final Receiver SECOND_CONTACT =
            new Receiver(Kind.SECOND_CONTACT, UUID.fromString("0e1c4a9e-3a57-4f1e-8f43-7d2f6c0b9a55"));

    /** What kind of receiver. */
    public enum Kind {
        PARTICIPANT,
        VOLUNTEER,
        /** By the address that the directory publishes of the service that something was sent to, or of the agency. */
        AGENCY,
        /** Whoever holds this role, by the mailbox of the role; always under the one identifier {@link #SECOND_CONTACT}. */
        SECOND_CONTACT
    }
}

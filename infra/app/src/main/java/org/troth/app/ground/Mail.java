package org.troth.app.ground;

import org.jspecify.annotations.Nullable;

/**
 * By which mail server messages leave.
 *
 * @param user who signs in there; absent when nobody need
 * @param password of the user; empty when there is none
 * @param from the address that messages come from, whose domain alone is shown to mail servers
 * @param fromName what stands beside it; empty for nothing
 * @param replyTo where an answer would go
 * @param bounces where a message comes back to that cannot be delivered
 * @param secondContact the mailbox of those who are asked past the coordinator; absent where they have none
 */
public record Mail(
        String host,
        int port,
        Protection protection,
        @Nullable String user,
        String password,
        String from,
        String fromName,
        String replyTo,
        String bounces,
        @Nullable String secondContact) {

    /** How the way to the mail server is protected. */
    public enum Protection {
        /** TLS from the first byte. */
        TLS,
        /** TLS before anything is said, or nothing is. */
        STARTTLS,
        /** None: for a server on this machine alone. */
        NONE
    }

    /** The part of the sender's address that mail servers see of us. */
    public String domain() {
        return from.substring(from.indexOf('@') + 1);
    }

    @Override
    public String toString() {
        return "Mail by port " + port;
    }
}

package org.troth.events.message;

import org.troth.events.MessageId;

/** A message in the hand of the carrier. Says nothing of itself in a log. */
public record Note(MessageId message, String address, String subject, String body, String language) {

    @Override
    public String toString() {
        return "Note of " + message;
    }
}

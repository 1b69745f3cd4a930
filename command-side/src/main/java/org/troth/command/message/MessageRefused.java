package org.troth.command.message;

import org.troth.command.dispatch.Refused;

/** A rule about messages says no. */
final class MessageRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private MessageRefused(String rule, String message) {
        super(rule, message);
    }

    static MessageRefused onItsWay() {
        return new MessageRefused("message-on-its-way", "This message is on its way, and does not leave twice.");
    }

    static MessageRefused over() {
        return new MessageRefused("message-over", "This message has come to its end.");
    }

    static MessageRefused notOnItsWay() {
        return new MessageRefused("message-not-on-its-way", "This message was not about to leave.");
    }
}

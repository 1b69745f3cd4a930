package org.troth.command.message;

import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.Refused;

/** A rule about messages says no. */
final class MessageRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private MessageRefused(String rule, Phrase words) {
        super(rule, words);
    }

    static MessageRefused onItsWay() {
        return new MessageRefused("message-on-its-way", Phrase.of("command.message.refused.message-on-its-way"));
    }

    static MessageRefused over() {
        return new MessageRefused("message-over", Phrase.of("command.message.refused.message-over"));
    }

    static MessageRefused notOnItsWay() {
        return new MessageRefused(
                "message-not-on-its-way", Phrase.of("command.message.refused.message-not-on-its-way"));
    }
}

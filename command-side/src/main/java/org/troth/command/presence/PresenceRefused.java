package org.troth.command.presence;

import org.troth.command.dispatch.Refused;

/** A rule about the presence of others says no. None of them says whose wish anything was. */
final class PresenceRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private PresenceRefused(String rule, String message) {
        super(rule, message);
    }

    private PresenceRefused(String rule, String message, String field) {
        super(rule, message, field);
    }

    static PresenceRefused notMatched() {
        return new PresenceRefused("not-matched", "A meeting to come belongs to a match that has started and goes on.");
    }

    static PresenceRefused dayOver() {
        return new PresenceRefused("day-over", "That day is over. It is asked and answered before a meeting.", "day");
    }

    static PresenceRefused askedAlready() {
        return new PresenceRefused("presence-asked", "This was asked for that day. It is asked once for each meeting.");
    }

    static PresenceRefused agreedAlready() {
        return new PresenceRefused("presence-agreed", "This was answered with yes.");
    }

    /** Told to nobody but them: to others it is a question that has no answer. */
    static PresenceRefused notYetOfAge() {
        return new PresenceRefused(
                "presence-of-age",
                "Who watches or learns comes only to people who are of age. Nobody of them comes to that meeting.");
    }

    static PresenceRefused nobodyComes() {
        return new PresenceRefused("nobody-comes", "Nobody else comes to that meeting.");
    }
}

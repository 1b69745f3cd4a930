package org.troth.command.presence;

import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.Refused;
import org.troth.command.law.HouseLaw;

/** A rule about the presence of others says no. None of them says whose wish anything was. */
final class PresenceRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private PresenceRefused(String rule, Phrase words) {
        super(rule, words);
    }

    private PresenceRefused(String rule, Phrase words, String field) {
        super(rule, words, field);
    }

    static PresenceRefused notMatched() {
        return new PresenceRefused("not-matched", Phrase.of("command.presence.refused.not-matched"));
    }

    static PresenceRefused dayOver() {
        return new PresenceRefused("day-over", Phrase.of("command.presence.refused.day-over"), "day");
    }

    static PresenceRefused tooFarAhead() {
        return new PresenceRefused(
                "day-too-far", Phrase.of("command.presence.refused.day-too-far", HouseLaw.PRESENCE_DAYS), "day");
    }

    static PresenceRefused askedAlready() {
        return new PresenceRefused("presence-asked", Phrase.of("command.presence.refused.presence-asked"));
    }

    static PresenceRefused agreedAlready() {
        return new PresenceRefused("presence-agreed", Phrase.of("command.presence.refused.presence-agreed"));
    }

    /** Told to nobody but them: to others it is a question that has no answer. */
    static PresenceRefused notYetOfAge() {
        return new PresenceRefused("presence-of-age", Phrase.of("command.presence.refused.presence-of-age"));
    }

    static PresenceRefused nobodyComes() {
        return new PresenceRefused("nobody-comes", Phrase.of("command.presence.refused.nobody-comes"));
    }
}

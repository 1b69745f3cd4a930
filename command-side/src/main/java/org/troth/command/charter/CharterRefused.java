package org.troth.command.charter;

import org.jspecify.annotations.Nullable;
import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.Refused;

/** A rule about the charter of the role says no. */
final class CharterRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private CharterRefused(String rule, Phrase words, @Nullable String field) {
        super(rule, words, field);
    }

    static CharterRefused alreadyAcknowledged() {
        return new CharterRefused(
                "already-acknowledged", Phrase.of("command.charter.refused.already-acknowledged"), null);
    }

    static CharterRefused newerVersion() {
        return new CharterRefused("newer-charter", Phrase.of("command.charter.refused.newer-charter"), null);
    }

    static CharterRefused notMatched() {
        return new CharterRefused("not-matched", Phrase.of("command.charter.refused.not-matched"), null);
    }

    static CharterRefused alreadyDecided() {
        return new CharterRefused("already-decided", Phrase.of("command.charter.refused.already-decided"), null);
    }

    static CharterRefused earlierReferral() {
        return new CharterRefused(
                "earlier-referral", Phrase.of("command.charter.refused.earlier-referral"), "referral");
    }

    static CharterRefused otherReferral() {
        return new CharterRefused(
                "another-referral", Phrase.of("command.charter.refused.another-referral"), "referral");
    }
}

package org.troth.command.charter;

import org.jspecify.annotations.Nullable;
import org.troth.command.dispatch.Refused;

/** A rule about the charter of the role says no. */
final class CharterRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private CharterRefused(String rule, String message, @Nullable String field) {
        super(rule, message, field);
    }

    static CharterRefused alreadyAcknowledged() {
        return new CharterRefused("already-acknowledged", "You have said already that you read this.", null);
    }

    static CharterRefused newerVersion() {
        return new CharterRefused(
                "newer-charter", "There is a newer version of this. Please read that one, and then say so.", null);
    }

    static CharterRefused notMatched() {
        return new CharterRefused(
                "not-matched", "This is said of somebody in a match that has started and goes on.", null);
    }

    static CharterRefused alreadyDecided() {
        return new CharterRefused("already-decided", "This was decided already.", null);
    }

    static CharterRefused otherReferral() {
        return new CharterRefused(
                "another-referral",
                "Choose a referral of this person, or the decision that none is right.",
                "referral");
    }
}

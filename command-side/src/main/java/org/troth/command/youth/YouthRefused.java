package org.troth.command.youth;

import org.troth.command.dispatch.Refused;

/** A rule about young people and their guardians says no. */
final class YouthRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private YouthRefused(String rule, String message) {
        super(rule, message);
    }

    private YouthRefused(String rule, String message, String field) {
        super(rule, message, field);
    }

    static YouthRefused ofAgeAlready() {
        return new YouthRefused(
                "of-age",
                "The day lies in the past, or is today. Nothing is noted of somebody who is of age.",
                "ofAgeOn");
    }

    static YouthRefused tooFar() {
        return new YouthRefused("day-far", "Nobody comes of age on a day so far away.", "ofAgeOn");
    }

    static YouthRefused notMinor() {
        return new YouthRefused("not-minor", "It is not noted that this person is not of age, or their day has come.");
    }

    static YouthRefused nobodyNamed() {
        return new YouthRefused(
                "nobody-named", "Nobody of this number is named beside them. Name them there first.", "guardian");
    }

    static YouthRefused againstThem() {
        return new YouthRefused(
                "guardian-against",
                "Whoever is the other party, or is to be kept apart from them, says nothing for them.",
                "guardian");
    }

    static YouthRefused alreadyGuardian() {
        return new YouthRefused("already-guardian", "It was checked already that this one may say yes.", "guardian");
    }

    static YouthRefused notGuardian() {
        return new YouthRefused(
                "not-guardian", "It was not checked that this one may say yes beside them.", "guardian");
    }

    static YouthRefused decidesAlone() {
        return new YouthRefused(
                "decides-alone", "They decide alone. No guardian is told or asked anything about what helps them.");
    }

    static YouthRefused notAlone() {
        return new YouthRefused("not-alone", "They do not decide alone, so nothing ends here.");
    }

    static YouthRefused ownYesFirst() {
        return new YouthRefused(
                "own-yes-first",
                "The young person has not said yes themselves, or said no. A guardian is asked only after their own yes.",
                "consent");
    }

    static YouthRefused notInTheirWords() {
        return new YouthRefused(
                "young-words-first",
                "They were not asked in the words for young people. Ask them anew, and then their guardian.",
                "consent");
    }

    static YouthRefused alreadyAgreed() {
        return new YouthRefused("guardian-agreed", "This guardian has said yes to this already.", "guardian");
    }

    static YouthRefused alreadyObjected() {
        return new YouthRefused("guardian-objected", "This guardian has said no to this already.", "guardian");
    }

    static YouthRefused witnessNeeded() {
        return new YouthRefused("witness-needed", "What was only spoken needs somebody else who heard it.", "witness");
    }

    static YouthRefused notYet() {
        return new YouthRefused("not-yet-of-age", "The day on which they come of age has not come.");
    }
}

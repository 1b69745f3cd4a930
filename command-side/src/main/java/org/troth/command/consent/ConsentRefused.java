package org.troth.command.consent;

import org.troth.command.dispatch.Refused;

/** A rule about consent says no. */
final class ConsentRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private ConsentRefused(String rule, String message) {
        super(rule, message);
    }

    private ConsentRefused(String rule, String message, String field) {
        super(rule, message, field);
    }

    static ConsentRefused oneAgency() {
        return new ConsentRefused(
                "one-recipient", "Passing something on goes to exactly one agency. Name it.", "agency");
    }

    static ConsentRefused programmeOnly() {
        return new ConsentRefused(
                "recipient-programme",
                "Only passing something on has an agency as its recipient. This purpose is the programme's own.",
                "agency");
    }

    static ConsentRefused agencyUnknown() {
        return new ConsentRefused("agency-unknown", "There is no such agency in the directory.", "agency");
    }

    static ConsentRefused noClasses() {
        return new ConsentRefused("classes-needed", "Say which kinds of information the consent covers.", "classes");
    }

    static ConsentRefused neverShared() {
        return new ConsentRefused(
                "classes-own", "The log of looks and sign-in details are never covered by a consent.", "classes");
    }

    static ConsentRefused lastDayPassed() {
        return new ConsentRefused("last-day-passed", "The last day lies in the past. Today still counts.", "lastDay");
    }

    static ConsentRefused alreadyGiven() {
        return new ConsentRefused("already-given", "This consent was already given. Nothing needs to be done.");
    }

    static ConsentRefused alreadyDeclined() {
        return new ConsentRefused(
                "already-declined",
                "This question was already answered with no. Ask again with a new question if things have changed.");
    }

    static ConsentRefused alreadyWithdrawn() {
        return new ConsentRefused(
                "already-withdrawn",
                "This consent was already withdrawn. It stays withdrawn; ask again with a new question if things have"
                        + " changed.");
    }

    static ConsentRefused questionLapsed() {
        return new ConsentRefused(
                "question-lapsed",
                "The last day of this question has passed, so it can no longer be agreed to. Ask again.");
    }

    static ConsentRefused notUnderstood() {
        return new ConsentRefused(
                "not-yet-understood",
                "First answer the questions about the text. You can try as often as you like, and you can say no at"
                        + " once.");
    }

    static ConsentRefused alreadyUnderstood() {
        return new ConsentRefused(
                "already-understood", "The questions about this text were answered. Say yes or no now.");
    }

    static ConsentRefused otherWords() {
        return new ConsentRefused(
                "ask-in-other-words",
                "This question is in words for another age. It will be asked again, in words for the age they are now.");
    }

    static ConsentRefused notAnswered() {
        return new ConsentRefused("not-answered", "This question was not answered yet, so there is no receipt of it.");
    }

    static ConsentRefused notRenewable() {
        return new ConsentRefused(
                "not-renewable",
                "Only a consent that was given and not taken back is renewed. Ask with a new question instead.");
    }

    static ConsentRefused neverEnds() {
        return new ConsentRefused("never-ends", "This consent has no last day, so there is nothing to renew.");
    }

    static ConsentRefused tooEarly() {
        return new ConsentRefused(
                "renewal-too-early", "A consent is asked for again in its last fourteen days, and not before.");
    }

    static ConsentRefused notGiven() {
        return new ConsentRefused("not-given", "This consent was never given, so there is nothing to withdraw.");
    }

    static ConsentRefused expired() {
        return new ConsentRefused("expired", "The last day of this consent has passed. Ask again with a new question.");
    }

    static ConsentRefused notYetExpired() {
        return new ConsentRefused("not-yet-expired", "The last day of this consent has not passed.");
    }
}

package org.troth.command.consent;

import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.Refused;
import org.troth.command.law.HouseLaw;

/** A rule about consent says no. */
final class ConsentRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private ConsentRefused(String rule, Phrase words) {
        super(rule, words);
    }

    private ConsentRefused(String rule, Phrase words, String field) {
        super(rule, words, field);
    }

    static ConsentRefused oneAgency() {
        return new ConsentRefused("one-recipient", Phrase.of("command.consent.refused.one-recipient"), "agency");
    }

    static ConsentRefused programmeOnly() {
        return new ConsentRefused(
                "recipient-programme", Phrase.of("command.consent.refused.recipient-programme"), "agency");
    }

    static ConsentRefused agencyUnknown() {
        return new ConsentRefused("agency-unknown", Phrase.of("command.consent.refused.agency-unknown"), "agency");
    }

    static ConsentRefused noClasses() {
        return new ConsentRefused("classes-needed", Phrase.of("command.consent.refused.classes-needed"), "classes");
    }

    static ConsentRefused neverShared() {
        return new ConsentRefused("classes-own", Phrase.of("command.consent.refused.classes-own"), "classes");
    }

    static ConsentRefused lastDayPassed() {
        return new ConsentRefused("last-day-passed", Phrase.of("command.consent.refused.last-day-passed"), "lastDay");
    }

    static ConsentRefused lastDayTooLate() {
        return new ConsentRefused(
                "last-day-too-late",
                Phrase.of("command.consent.refused.last-day-too-late", HouseLaw.SHARING_DAYS),
                "lastDay");
    }

    static ConsentRefused alreadyGiven() {
        return new ConsentRefused("already-given", Phrase.of("command.consent.refused.already-given"));
    }

    static ConsentRefused alreadyDeclined() {
        return new ConsentRefused("already-declined", Phrase.of("command.consent.refused.already-declined"));
    }

    static ConsentRefused alreadyWithdrawn() {
        return new ConsentRefused("already-withdrawn", Phrase.of("command.consent.refused.already-withdrawn"));
    }

    static ConsentRefused questionLapsed() {
        return new ConsentRefused("question-lapsed", Phrase.of("command.consent.refused.question-lapsed"));
    }

    static ConsentRefused notUnderstood() {
        return new ConsentRefused("not-yet-understood", Phrase.of("command.consent.refused.not-yet-understood"));
    }

    static ConsentRefused alreadyUnderstood() {
        return new ConsentRefused("already-understood", Phrase.of("command.consent.refused.already-understood"));
    }

    static ConsentRefused otherWords() {
        return new ConsentRefused("ask-in-other-words", Phrase.of("command.consent.refused.ask-in-other-words"));
    }

    static ConsentRefused notAnswered() {
        return new ConsentRefused("not-answered", Phrase.of("command.consent.refused.not-answered"));
    }

    static ConsentRefused notRenewable() {
        return new ConsentRefused("not-renewable", Phrase.of("command.consent.refused.not-renewable"));
    }

    static ConsentRefused neverEnds() {
        return new ConsentRefused("never-ends", Phrase.of("command.consent.refused.never-ends"));
    }

    static ConsentRefused tooEarly() {
        return new ConsentRefused("renewal-too-early", Phrase.of("command.consent.refused.renewal-too-early"));
    }

    static ConsentRefused notGiven() {
        return new ConsentRefused("not-given", Phrase.of("command.consent.refused.not-given"));
    }

    static ConsentRefused expired() {
        return new ConsentRefused("expired", Phrase.of("command.consent.refused.expired"));
    }

    static ConsentRefused notYetExpired() {
        return new ConsentRefused("not-yet-expired", Phrase.of("command.consent.refused.not-yet-expired"));
    }
}

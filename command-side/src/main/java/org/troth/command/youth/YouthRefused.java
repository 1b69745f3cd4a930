package org.troth.command.youth;

import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.Refused;

/** A rule about young people and their guardians says no. */
final class YouthRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private YouthRefused(String rule, Phrase words) {
        super(rule, words);
    }

    private YouthRefused(String rule, Phrase words, String field) {
        super(rule, words, field);
    }

    static YouthRefused ofAgeAlready() {
        return new YouthRefused("of-age", Phrase.of("command.youth.refused.of-age"), "ofAgeOn");
    }

    static YouthRefused tooFar() {
        return new YouthRefused("day-far", Phrase.of("command.youth.refused.day-far"), "ofAgeOn");
    }

    static YouthRefused notMinor() {
        return new YouthRefused("not-minor", Phrase.of("command.youth.refused.not-minor"));
    }

    static YouthRefused nobodyNamed() {
        return new YouthRefused("nobody-named", Phrase.of("command.youth.refused.nobody-named"), "guardian");
    }

    static YouthRefused againstThem() {
        return new YouthRefused("guardian-against", Phrase.of("command.youth.refused.guardian-against"), "guardian");
    }

    static YouthRefused alreadyGuardian() {
        return new YouthRefused("already-guardian", Phrase.of("command.youth.refused.already-guardian"), "guardian");
    }

    static YouthRefused notGuardian() {
        return new YouthRefused("not-guardian", Phrase.of("command.youth.refused.not-guardian"), "guardian");
    }

    static YouthRefused decidesAlone() {
        return new YouthRefused("decides-alone", Phrase.of("command.youth.refused.decides-alone"));
    }

    static YouthRefused notAlone() {
        return new YouthRefused("not-alone", Phrase.of("command.youth.refused.not-alone"));
    }

    static YouthRefused ownYesFirst() {
        return new YouthRefused("own-yes-first", Phrase.of("command.youth.refused.own-yes-first"), "consent");
    }

    static YouthRefused notInTheirWords() {
        return new YouthRefused("young-words-first", Phrase.of("command.youth.refused.young-words-first"), "consent");
    }

    static YouthRefused alreadyAgreed() {
        return new YouthRefused("guardian-agreed", Phrase.of("command.youth.refused.guardian-agreed"), "guardian");
    }

    static YouthRefused alreadyObjected() {
        return new YouthRefused("guardian-objected", Phrase.of("command.youth.refused.guardian-objected"), "guardian");
    }

    static YouthRefused witnessNeeded() {
        return new YouthRefused("witness-needed", Phrase.of("command.youth.refused.witness-needed"), "witness");
    }

    static YouthRefused notYet() {
        return new YouthRefused("not-yet-of-age", Phrase.of("command.youth.refused.not-yet-of-age"));
    }
}

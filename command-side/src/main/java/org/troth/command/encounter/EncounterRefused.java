package org.troth.command.encounter;

import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.Refused;

/** A rule about meetings says no. None of them is about what was found. */
final class EncounterRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private EncounterRefused(String rule, Phrase words) {
        super(rule, words);
    }

    private EncounterRefused(String rule, Phrase words, String field) {
        super(rule, words, field);
    }

    static EncounterRefused neverMatched() {
        return new EncounterRefused("never-matched", Phrase.of("command.encounter.refused.never-matched"));
    }

    static EncounterRefused notMatchedThen() {
        return new EncounterRefused("not-matched-then", Phrase.of("command.encounter.refused.not-matched-then"), "day");
    }

    static EncounterRefused notYet() {
        return new EncounterRefused("not-yet", Phrase.of("command.encounter.refused.not-yet"), "time");
    }

    static EncounterRefused nothingWaits() {
        return new EncounterRefused("nothing-waits", Phrase.of("command.encounter.refused.nothing-waits"));
    }

    static EncounterRefused correctedAnew() {
        return new EncounterRefused("corrected-anew", Phrase.of("command.encounter.refused.corrected-anew"));
    }

    static EncounterRefused secondPerson() {
        return new EncounterRefused("second-person", Phrase.of("command.encounter.refused.second-person"));
    }
}

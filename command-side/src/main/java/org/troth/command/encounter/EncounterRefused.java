package org.troth.command.encounter;

import org.troth.command.dispatch.Refused;

/** A rule about meetings says no. None of them is about what was found. */
final class EncounterRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private EncounterRefused(String rule, String message) {
        super(rule, message);
    }

    private EncounterRefused(String rule, String message, String field) {
        super(rule, message, field);
    }

    static EncounterRefused neverMatched() {
        return new EncounterRefused("never-matched", "A meeting belongs to a match that has begun.");
    }

    static EncounterRefused notMatchedThen() {
        return new EncounterRefused("not-matched-then", "The two were not matched at that time.", "day");
    }

    static EncounterRefused notYet() {
        return new EncounterRefused("not-yet", "That time is still to come. Log a meeting once it has begun.", "time");
    }
}

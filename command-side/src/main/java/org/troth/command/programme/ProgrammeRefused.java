package org.troth.command.programme;

import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.Refused;

/** A rule about the programme's codes says no. */
final class ProgrammeRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private ProgrammeRefused(String rule) {
        super(rule, Phrase.of("command.programme.refused." + rule));
    }

    static ProgrammeRefused codeTaken() {
        return new ProgrammeRefused("code-taken");
    }

    static ProgrammeRefused labelTaken() {
        return new ProgrammeRefused("label-taken");
    }

    static ProgrammeRefused publishedWords() {
        return new ProgrammeRefused("published-words");
    }

    static ProgrammeRefused sameLabels() {
        return new ProgrammeRefused("same-labels");
    }

    static ProgrammeRefused alreadyWithdrawn() {
        return new ProgrammeRefused("already-withdrawn");
    }

    static ProgrammeRefused alreadyOffered() {
        return new ProgrammeRefused("already-offered");
    }

    static ProgrammeRefused alwaysOffered() {
        return new ProgrammeRefused("always-offered");
    }

    static ProgrammeRefused manyCodes() {
        return new ProgrammeRefused("many-codes");
    }
}

package org.troth.command.conflict;

import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.Refused;

/** A rule about lists of names says no. */
final class ConflictRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private ConflictRefused(String rule, Phrase words, String field) {
        super(rule, words, field);
    }

    static ConflictRefused tooMany() {
        return new ConflictRefused("conflict-names", Phrase.of("command.conflict.refused.conflict-names"), "name");
    }
}

package org.troth.command.sheet;

import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.Refused;

/** A rule about information sheets says no. */
final class SheetRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private SheetRefused(String rule, Phrase words) {
        super(rule, words);
    }

    static SheetRefused takenBack() {
        return new SheetRefused("sheet-taken-back", Phrase.of("command.sheet.refused.sheet-taken-back"));
    }

    static SheetRefused sameText() {
        return new SheetRefused("same-text", Phrase.of("command.sheet.refused.same-text"));
    }
}

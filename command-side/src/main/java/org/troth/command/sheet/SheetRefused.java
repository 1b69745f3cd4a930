package org.troth.command.sheet;

import org.troth.command.dispatch.Refused;

/** A rule about information sheets says no. */
final class SheetRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private SheetRefused(String rule, String message) {
        super(rule, message);
    }

    static SheetRefused takenBack() {
        return new SheetRefused(
                "sheet-taken-back", "This sheet was taken back. Publish a version of it that may be given.");
    }

    static SheetRefused sameText() {
        return new SheetRefused(
                "same-text", "Nothing of it is other than what stands already. Have it reviewed anew instead.");
    }
}

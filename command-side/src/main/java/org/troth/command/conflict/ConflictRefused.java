package org.troth.command.conflict;

import org.troth.command.dispatch.Refused;

/** A rule about lists of names says no. */
final class ConflictRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private ConflictRefused(String rule, String message, String field) {
        super(rule, message, field);
    }

    static ConflictRefused tooMany() {
        return new ConflictRefused(
                "conflict-names", "There are as many names on this list as it holds. Take one back first.", "name");
    }
}

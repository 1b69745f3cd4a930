package org.troth.command.erasure;

import org.troth.command.dispatch.Refused;

/** A rule about being forgotten says no. */
final class ErasureRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private ErasureRefused(String rule, String message) {
        super(rule, message, null);
    }

    static ErasureRefused askedThemselves() {
        return new ErasureRefused("asked-themselves", "They asked this themselves, so only they can take it back.");
    }

    static ErasureRefused ownNote() {
        return new ErasureRefused(
                "own-note", "You noted this yourself, so a colleague has to look at it. Ask one who coordinates, too.");
    }
}

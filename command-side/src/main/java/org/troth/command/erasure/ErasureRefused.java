package org.troth.command.erasure;

import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.Refused;

/** A rule about being forgotten says no. */
final class ErasureRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private ErasureRefused(String rule, Phrase words) {
        super(rule, words, null);
    }

    static ErasureRefused askedThemselves() {
        return new ErasureRefused("asked-themselves", Phrase.of("command.erasure.refused.asked-themselves"));
    }

    static ErasureRefused ownNote() {
        return new ErasureRefused("own-note", Phrase.of("command.erasure.refused.own-note"));
    }
}

package org.troth.command.boundary;

import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.Refused;

/** A rule about boundaries says no. */
final class BoundaryRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private BoundaryRefused(String rule, Phrase words) {
        super(rule, words);
    }

    static BoundaryRefused notMatched() {
        return new BoundaryRefused("not-matched", Phrase.of("command.boundary.refused.not-matched"));
    }

    static BoundaryRefused notItsAuthor() {
        return new BoundaryRefused("author-only", Phrase.of("command.boundary.refused.author-only"));
    }

    static BoundaryRefused lifted() {
        return new BoundaryRefused("boundary-lifted", Phrase.of("command.boundary.refused.boundary-lifted"));
    }
}

package org.troth.command.boundary;

import org.troth.command.dispatch.Refused;

/** A rule about boundaries says no. */
final class BoundaryRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private BoundaryRefused(String rule, String message) {
        super(rule, message);
    }

    static BoundaryRefused notMatched() {
        return new BoundaryRefused("not-matched", "Boundaries belong to a match that has started and goes on.");
    }

    static BoundaryRefused notItsAuthor() {
        return new BoundaryRefused("author-only", "Only the side that set this boundary can change or lift it.");
    }

    static BoundaryRefused lifted() {
        return new BoundaryRefused("boundary-lifted", "This boundary was lifted. Set a new one.");
    }
}

package org.troth.store.facts;

/** What became of a unit. */
public sealed interface Outcome {

    /** It is durable; the position is that of its last fact, or of the last fact of all when it has none. */
    record Recorded(long lastPosition) implements Outcome {}

    /** It was not recorded, and why. */
    record Refused(Refusal refusal) implements Outcome {}
}

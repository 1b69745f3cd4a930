package org.troth.store.axon;

/**
 * What came of a reaction that was not done, by reference: never a copy of the fact, never a word of a message.
 *
 * @param reaction its lasting name
 * @param position of the fact that it reacted to
 * @param cause the class of what was thrown
 */
public record ReactionOutcome(String reaction, long position, Kind kind, String cause) {

    /** How it ended. */
    public enum Kind {
        /** A rule of the domain said no. */
        REFUSED,
        /** It failed in a way that trying again at once would not mend. */
        PARKED
    }
}

package org.troth.events.message;

/** Takes neutral notes out of the house, by e-mail. Writes no address and no word anywhere else than to the next carrier. */
public interface Carrier {

    /** Whether the programme sends messages at all. */
    boolean isSetUp();

    /** Sets out, ready to take several notes. Throws {@link CarrierAway} when none can be taken now. */
    Trip setOut();

    /** One way out; for one thread. */
    interface Trip extends AutoCloseable {

        /** Whether the next note can be handed over at once. */
        boolean stands();

        /**
         * Hands the note over, within a minute. Never throws for what the other side does or says.
         *
         * @param before the moment, by {@link System#nanoTime}, from which on nothing of the note may leave that has not
         *     begun to: then it is {@link Taken#NOT_NOW}
         */
        Taken carry(Note note, long before);

        @Override
        void close();
    }

    /** What became of a note. */
    enum Taken {
        /** The next carrier has said that it is theirs. */
        TAKEN,
        /** It did not leave; another time it may. */
        NOT_NOW,
        /** It did not leave, and the next carrier will not take it. */
        NEVER,
        /** It was being handed over when the other side fell silent. */
        UNKNOWN
    }
}

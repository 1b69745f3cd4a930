package org.troth.events.confidential;

import java.util.Collection;

/**
 * Tells of sealed words, without opening them, that they certainly do not hold a piece of text. Marks are made under a key that
 * never leaves the vault, and hold for one sealing alone: the same words sealed again, or sealed for somebody else, get marks
 * that have nothing in common with these.
 */
public interface BlindMarks {

    /** The marks of these parts of what is sealed here; the caller has opened it, and cuts and normalises alike each time. */
    byte[] mark(Sealed sealed, Collection<String> parts);

    /** Whether these marks were made of this very sealing. */
    boolean areOf(Sealed sealed, byte[] marks);

    /** Lets through of words of this kind what may hold every one of these parts. For one thread. */
    Sieve sieve(Words field, Collection<String> parts);

    /** What a search asks before it opens anything. */
    interface Sieve {

        /** False only where a part is not among those that were marked; always true for marks of another sealing or kind. */
        boolean mayHold(Sealed sealed, byte[] marks);
    }
}

package org.troth.events.confidential;

import java.util.Collection;

/** Opens sealed words for whom a disclosure is already on the record. The only way from {@link Sealed} to text. */
public interface Opener {

    /**
     * Throws {@link Unreadable} with its cause, and {@link DisclosureExceeded} when the disclosure does not name the
     * owner and kind of the value, or is older than one second.
     */
    String open(Sealed sealed, Disclosure disclosure);

    /**
     * Says that these are about to be opened, so that what opening each takes can be fetched for all of them at once. Opens
     * nothing; what goes wrong with one of them is told when that one is opened.
     */
    default void expect(Collection<Sealed> sealed, Disclosure disclosure) {}
}

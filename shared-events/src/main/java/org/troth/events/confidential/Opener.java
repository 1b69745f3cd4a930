package org.troth.events.confidential;

/** Opens sealed words for whom a disclosure is already on the record. The only way from {@link Sealed} to text. */
public interface Opener {

    /**
     * Throws {@link Unreadable} with its cause, and {@link DisclosureExceeded} when the disclosure does not name the
     * owner and kind of the value, or is older than one second.
     */
    String open(Sealed sealed, Disclosure disclosure);
}

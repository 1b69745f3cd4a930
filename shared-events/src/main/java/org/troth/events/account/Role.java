package org.troth.events.account;

/** What an account may be used for. */
public enum Role {
    /** Runs the programme day by day. */
    COORDINATOR,
    /** Reviews what was done and who looked at what. */
    AUDITOR,
    /** Asks for help; sees their own record. */
    PARTICIPANT,
    /** Walks beside; sees what their matches allow. */
    VOLUNTEER,
    /** Keeps accounts and machinery; cannot read content. */
    ADMINISTRATOR,
    /** The product itself: background work, always with a purpose. */
    SYSTEM
}

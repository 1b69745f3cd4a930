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
    /** Arranges changes that were not arranged in time, and those that were asked for past the coordinator. */
    SECOND_CONTACT,
    /** The product itself: background work, always with a purpose. */
    SYSTEM,
    /** Somebody at an agency that was sent something; has no account, and sees that alone, in one sitting. */
    AGENCY;

    /**
     * How PARTICIPANT and VOLUNTEER are said to those who keep accounts, and by them: that somebody asks for help is none of
     * their business, so a person's role has one name.
     */
    public static final String PERSON = "PERSON";
}

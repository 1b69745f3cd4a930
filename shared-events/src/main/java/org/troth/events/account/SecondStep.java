package org.troth.events.account;

/** What somebody who has shown a password must still do before anything opens to them. */
public enum SecondStep {
    /** Nothing: the password is all that this account asks for. */
    NONE,
    /** Show a passkey, a code of the app they set up, or one of their recovery codes. */
    CODE,
    /** Set up an app or a passkey, since those who work in the programme sign in with one. */
    ENROLMENT
}

package org.troth.web;

/** What somebody who has shown a password must still do before anything opens to them. */
public enum SecondStep {
    /** Nothing. */
    NONE,
    /** Show a passkey, or a code that is not their password. */
    CODE,
    /** Set up a passkey, or what shows them such codes; until then nothing else opens. */
    ENROLMENT
}

package org.troth.events.disclosure;

/** Whose record was looked at. */
public enum SubjectKind {
    PARTICIPANT,
    VOLUNTEER,
    ACCOUNT
}

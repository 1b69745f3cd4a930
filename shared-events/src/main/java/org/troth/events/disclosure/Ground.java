package org.troth.events.disclosure;

/** What entitles somebody to look. */
public enum Ground {
    /** Their work in the programme. */
    ROLE("their work in the programme"),
    /** It is their own record. */
    SELF("it is their own record"),
    /** Their work in the programme, for somebody who has not said no to being supported. */
    SUPPORT("supporting them"),
    /** A match between the two that both accepted and that has not ended. */
    MATCH("their match"),
    /** A consent in force. */
    CONSENT("a consent in force"),
    /** Oversight of the programme. */
    OVERSIGHT("oversight of the programme");

    private final String plain;

    Ground(String plain) {
        this.plain = plain;
    }

    public String plain() {
        return plain;
    }
}

package org.troth.events.disclosure;

/** The actor may not look; the refusal is on the record. Answered like an unknown identifier (HTTP 404). */
public final class LookForbidden extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String rule;

    public LookForbidden(String rule) {
        super("not permitted by " + rule);
        this.rule = rule;
    }

    /** The rule that refused, as a code. */
    public String rule() {
        return rule;
    }
}

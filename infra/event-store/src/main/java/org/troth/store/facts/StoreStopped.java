package org.troth.store.facts;

/** Why nothing is appended although the database answers; the rule is a code. */
final class StoreStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String rule;

    StoreStopped(String rule, String message) {
        super(message);
        this.rule = rule;
    }

    String rule() {
        return rule;
    }
}

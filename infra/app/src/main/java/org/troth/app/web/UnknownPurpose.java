package org.troth.app.web;

/** Somebody gave a purpose that is no code of ours; which one is kept nowhere. */
final class UnknownPurpose extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    UnknownPurpose(String field) {
        super("no purpose of use");
        this.field = field;
    }

    /** The header or parameter it came in. */
    String field() {
        return field;
    }
}

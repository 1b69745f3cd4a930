package org.troth.query.reading;

/** A question that no answer fits (HTTP 400); says of the field what is wrong, and never repeats its value. */
public final class AskedWrongly extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String rule;
    private final String plain;

    public AskedWrongly(String field, String rule, String plain) {
        super("the question cannot be answered");
        this.field = field;
        this.rule = rule;
        this.plain = plain;
    }

    public String field() {
        return field;
    }

    /** The rule that it breaks, as a code. */
    public String rule() {
        return rule;
    }

    /** The rule in plain words. */
    public String plain() {
        return plain;
    }
}

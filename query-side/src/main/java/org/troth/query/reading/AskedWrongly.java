package org.troth.query.reading;

/** A question that no answer fits (HTTP 400); says of the field what is wrong, and never repeats its value. */
public final class AskedWrongly extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String rule;
    private final String plain;
    private final boolean key;
    private final transient Object[] arguments;

    /** @param plain the rule in plain words */
    public AskedWrongly(String field, String rule, String plain) {
        this(field, rule, plain, false);
    }

    private AskedWrongly(String field, String rule, String plain, boolean key, Object... arguments) {
        super("the question cannot be answered");
        this.field = field;
        this.rule = rule;
        this.plain = plain;
        this.key = key;
        this.arguments = arguments;
    }

    /** @param key under which the words for the rule stand in the message files */
    public static AskedWrongly saying(String field, String rule, String key, Object... arguments) {
        return new AskedWrongly(field, rule, key, true, arguments);
    }

    public String field() {
        return field;
    }

    /** The rule that it breaks, as a code. */
    public String rule() {
        return rule;
    }

    /** The rule in plain words, or the key to them. */
    public String plain() {
        return plain;
    }

    /** Whether {@link #plain} is the key of words in the message files. */
    public boolean isKey() {
        return key;
    }

    /** What is put into the words under the key. */
    public Object[] arguments() {
        return arguments.clone();
    }
}

package org.troth.command.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * A rule of the programme says no (HTTP 409). Each feature has one subclass with a named factory per rule; the message is
 * for a case worker, names the rule and never a person.
 */
public abstract class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String rule;
    private final @Nullable String field;

    protected Refused(String rule, String message) {
        this(rule, message, null);
    }

    protected Refused(String rule, String message, @Nullable String field) {
        super(message);
        this.rule = rule;
        this.field = field;
    }

    /** The rule as a code, stable for programs. */
    public String rule() {
        return rule;
    }

    /** The field of the request that the rule is about, if it is about one. */
    public @Nullable String field() {
        return field;
    }

    /** The rule in plain words. */
    public String plain() {
        return String.valueOf(getMessage());
    }
}

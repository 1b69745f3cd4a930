package org.troth.command.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * A rule of the programme says no (HTTP 409). Each feature has one subclass with a named factory per rule; the message is
 * for a case worker, names the rule and never a person.
 */
public abstract class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String rule;
    private final Phrase words;
    private final @Nullable String field;

    protected Refused(String rule, String message) {
        this(rule, message, null);
    }

    protected Refused(String rule, String message, @Nullable String field) {
        this(rule, Phrase.english(message), field);
    }

    protected Refused(String rule, Phrase words) {
        this(rule, words, null);
    }

    protected Refused(String rule, Phrase words, @Nullable String field) {
        super(words.english());
        this.rule = rule;
        this.words = words;
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

    /** The rule in plain words, as a page says them in its own language. */
    public Phrase words() {
        return words;
    }

    /** The rule in plain English words. */
    public String plain() {
        return words.english();
    }
}

package org.troth.command.dispatch;

import java.io.Serializable;
import java.util.List;

/** The request itself cannot be understood (HTTP 400); says of every field what is wrong, and never repeats its value. */
public final class Invalid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** One field, the rule it breaks as a code, and the rule in plain words. */
    public record Fault(String field, String rule, Phrase words) implements Serializable {

        public Fault(String field, String rule, String message) {
            this(field, rule, Phrase.english(message));
        }

        /** The rule in plain English words. */
        public String message() {
            return words.english();
        }
    }

    private final List<Fault> faults;

    public Invalid(List<Fault> faults) {
        super("the request cannot be understood");
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("an invalid request has a fault");
        }
        this.faults = List.copyOf(faults);
    }

    public Invalid(String field, String rule, String message) {
        this(List.of(new Fault(field, rule, message)));
    }

    public Invalid(String field, String rule, Phrase words) {
        this(List.of(new Fault(field, rule, words)));
    }

    /** At least one. */
    public List<Fault> faults() {
        return faults;
    }
}

package org.troth.events;

/**
 * The rule a decision was made under: policy pack, its version and the rule's own number. Stored with the decision, so
 * that a later pack never changes an earlier answer.
 */
public record Law(String pack, int version, String rule) {

    public Law {
        if (pack.isBlank() || rule.isBlank() || version < 1) {
            throw new IllegalArgumentException("a law has a pack, a version from 1 and a rule");
        }
    }

    @Override
    public String toString() {
        return pack + " v" + version + " rule " + rule;
    }
}

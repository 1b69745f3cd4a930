package org.troth.query.participant;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The parts of one, two and three letters that a folded name is marked by. Where a term is part of a name, so are its parts. */
final class NameParts {

    private static final int LONGEST = 3;
    /** More would hold nobody back whom these let through. */
    private static final int MOST_SOUGHT = 24;

    private NameParts() {}

    static Set<String> of(String folded) {
        Set<String> parts = new LinkedHashSet<>();
        for (int length = LONGEST; length > 0; length--) {
            for (int at = 0; at + length <= folded.length(); at++) {
                parts.add(folded.substring(at, at + length));
            }
        }
        return parts;
    }

    /** What to ask the marks for, the rarest first. */
    static Collection<String> sought(String folded) {
        List<String> parts = List.copyOf(of(folded));
        return parts.subList(0, Math.min(MOST_SOUGHT, parts.size()));
    }
}

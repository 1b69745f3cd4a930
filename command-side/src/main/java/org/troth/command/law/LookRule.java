package org.troth.command.law;

import java.util.Set;
import org.troth.events.account.Role;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Words;
import org.troth.events.disclosure.Ground;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.disclosure.SubjectKind;

/** One line of the law of looking: in this role, for this purpose, on this ground, these kinds of such a person's words. */
public record LookRule(
        Role role, PurposeOfUse purpose, Ground ground, SubjectKind kind, Set<DataClass> classes, Set<Words> words) {
    public LookRule {
        classes = Set.copyOf(classes);
        words = Set.copyOf(words);
    }
}

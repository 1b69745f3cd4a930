package org.troth.command.dispatch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.troth.command.law.CodeList;

/** Some choices of a form that belong together, under words of their own, so that a long list can be overlooked. */
public record ChoiceGroup(Phrase label, List<Choice> choices) {

    /** Words for a group, and the codes that stand under them. */
    public static ChoiceGroup of(String label, String... codes) {
        return of(Phrase.english(label), codes);
    }

    /** The same with words of the message files. */
    public static ChoiceGroup of(Phrase label, String... codes) {
        return new ChoiceGroup(
                label,
                Stream.of(codes)
                        .map(code -> new Choice(code, Phrase.english("")))
                        .toList());
    }

    /**
     * Every code of a list of the law, each once: in these groups, and what none of them names under words of its own at the
     * end, so that a code that is added to the law is offered at once.
     */
    public static List<ChoiceGroup> among(CodeList list, ChoiceGroup... groups) {
        return among(list, Choice.among(list), groups);
    }

    /** The same of these choices: a code of the list that is none of them is left out, and a group of which nothing is left. */
    public static List<ChoiceGroup> among(CodeList list, List<Choice> choices, ChoiceGroup... groups) {
        Map<String, Choice> left = new LinkedHashMap<>();
        choices.forEach(choice -> left.put(choice.value(), choice));
        Set<String> named = new HashSet<>(list.codes());
        List<ChoiceGroup> all = new ArrayList<>();
        for (ChoiceGroup group : groups) {
            List<Choice> taken = new ArrayList<>();
            for (Choice each : group.choices) {
                if (!named.remove(each.value())) {
                    throw new IllegalArgumentException(
                            "the law has no such code, or it was named twice: " + each.value());
                }
                Choice choice = left.remove(each.value());
                if (choice != null) {
                    taken.add(choice);
                }
            }
            if (!taken.isEmpty()) {
                all.add(new ChoiceGroup(group.label, List.copyOf(taken)));
            }
        }
        if (!left.isEmpty()) {
            all.add(new ChoiceGroup(Phrase.of("command.dispatch.rest"), List.copyOf(left.values())));
        }
        return List.copyOf(all);
    }
}

package org.troth.command.dispatch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        Map<String, Choice> left = new LinkedHashMap<>();
        Choice.among(list).forEach(choice -> left.put(choice.value(), choice));
        List<ChoiceGroup> all = new ArrayList<>();
        for (ChoiceGroup group : groups) {
            all.add(new ChoiceGroup(
                    group.label,
                    group.choices.stream()
                            .map(named -> taken(left, named.value()))
                            .toList()));
        }
        if (!left.isEmpty()) {
            all.add(new ChoiceGroup(Phrase.of("command.dispatch.rest"), List.copyOf(left.values())));
        }
        return List.copyOf(all);
    }

    private static Choice taken(Map<String, Choice> left, String code) {
        Choice choice = left.remove(code);
        if (choice == null) {
            throw new IllegalArgumentException("the law has no such code, or it was named twice: " + code);
        }
        return choice;
    }
}

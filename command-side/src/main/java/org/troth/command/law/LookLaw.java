package org.troth.command.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.troth.events.account.Role;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Words;
import org.troth.events.disclosure.Ground;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.disclosure.SubjectKind;

/**
 * Who may see what, for which purpose and on which ground (rule {@link HouseLaw#LOOKING}); what is not written here is
 * forbidden. A class of words may be narrowed to one kind of it by its label, or by a dash to none: then it is said that such
 * data is shown, within words of another class. The table stands in {@code law/troth-base-1-looks.tsv}.
 */
public final class LookLaw {

    private static final String LOG = "LOG";
    private static final String NONE = "-";
    private static final String ONLY = ":";

    private final List<LookRule> rules;
    private final Map<Question, LookRule> answers = new HashMap<>();
    private final Set<LogQuestion> logs;

    private LookLaw(List<LookRule> rules, Set<LogQuestion> logs) {
        this.rules = List.copyOf(rules);
        this.logs = Set.copyOf(logs);
        for (LookRule rule : rules) {
            Question question = new Question(rule.role(), rule.purpose(), rule.ground(), rule.kind());
            if (answers.put(question, rule) != null) {
                throw new IllegalStateException("the law of looking says something twice");
            }
        }
    }

    private record Question(Role role, PurposeOfUse purpose, Ground ground, SubjectKind kind) {}

    private record LogQuestion(Role role, PurposeOfUse purpose, Ground ground) {}

    /** The law every programme starts with. */
    public static LookLaw house() {
        return read(HouseLaw.text("/law/troth-base-1-looks.tsv"));
    }

    /** Reads the table: role, purposes, ground, kinds, classes; lists are parted by commas. */
    static LookLaw read(String table) {
        List<LookRule> rules = new ArrayList<>();
        Set<LogQuestion> logs = new HashSet<>();
        for (String line : table.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t+", -1);
            if (cells.length != 5) {
                throw new IllegalStateException("a line of the law of looking has five cells");
            }
            Role role = Role.valueOf(cells[0]);
            Ground ground = Ground.valueOf(cells[2]);
            for (String purpose : cells[1].split(",")) {
                for (String kind : cells[3].split(",")) {
                    if (kind.equals(LOG)) {
                        logs.add(new LogQuestion(role, PurposeOfUse.valueOf(purpose), ground));
                    } else {
                        rules.add(new LookRule(
                                role,
                                PurposeOfUse.valueOf(purpose),
                                ground,
                                SubjectKind.valueOf(kind),
                                classes(cells[4]),
                                words(cells[4])));
                    }
                }
            }
        }
        return new LookLaw(rules, logs);
    }

    private static Set<DataClass> classes(String cell) {
        return each(cell)
                .map(named -> DataClass.valueOf(named.split(ONLY, 2)[0]))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A class alone means every kind of its words; a label after it means this kind only, a dash none of them. */
    private static Set<Words> words(String cell) {
        return each(cell).flatMap(LookLaw::kinds).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<Words> kinds(String named) {
        String[] parts = named.split(ONLY, 2);
        Set<Words> all = Words.of(Set.of(DataClass.valueOf(parts[0])));
        if (parts.length == 1) {
            return all.stream();
        }
        if (parts[1].equals(NONE)) {
            return Stream.of();
        }
        return Stream.of(all.stream()
                .filter(words -> words.label().equals(parts[1]))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("a label of the law of looking names words of its class")));
    }

    private static Stream<String> each(String cell) {
        return cell.equals(NONE) ? Stream.of() : Arrays.stream(cell.split(","));
    }

    /** Every rule about words. */
    public List<LookRule> rules() {
        return rules;
    }

    /** Whether all of these classes may be shown and all of these kinds of words opened. */
    public boolean permits(
            Role role,
            PurposeOfUse purpose,
            Ground ground,
            SubjectKind kind,
            Set<DataClass> classes,
            Set<Words> words) {
        LookRule rule = answers.get(new Question(role, purpose, ground, kind));
        return rule != null
                && rule.classes().containsAll(classes)
                && rule.words().containsAll(words);
    }

    /** Whether the log of looks may be read. */
    public boolean permitsLog(Role role, PurposeOfUse purpose, Ground ground) {
        return logs.contains(new LogQuestion(role, purpose, ground));
    }
}

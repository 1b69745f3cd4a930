package org.troth.command.programme;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.troth.command.law.CodeList;
import org.troth.events.programme.ProgrammeCodes.Code;
import org.troth.events.programme.ProgrammeEvent;
import org.troth.events.programme.ProgrammeEvent.ProgrammeCodeOffered;
import org.troth.events.programme.ProgrammeEvent.ProgrammeList;
import org.troth.events.recording.RecordedFact;

/** The codes of the programme as they stand: what the published pack lists, and what was said since. Never changed once made. */
final class Lists {

    /** The one matter that is never withdrawn: whatever somebody comes with, there is something to choose. */
    static final String ALWAYS = "other";

    /** As the published pack has them, before anything was said. It knows of matters, and of nobody. */
    static final Lists PUBLISHED = published();

    private final Map<ProgrammeList, Map<String, Code>> codes;
    private final int facts;

    private Lists(Map<ProgrammeList, Map<String, Code>> codes, int facts) {
        this.codes = codes;
        this.facts = facts;
    }

    private static Lists published() {
        Map<ProgrammeList, Map<String, Code>> codes = new EnumMap<>(ProgrammeList.class);
        for (ProgrammeList list : ProgrammeList.values()) {
            codes.put(list, new LinkedHashMap<>());
        }
        Map<String, Code> matters = in(codes, ProgrammeList.MATTER);
        CodeList.MATTER.codes().forEach(code -> matters.put(code, new Code(code, true, List.of(), true)));
        return new Lists(codes, 0);
    }

    private static Map<String, Code> in(Map<ProgrammeList, Map<String, Code>> codes, ProgrammeList list) {
        return Objects.requireNonNull(codes.get(list));
    }

    /** These, and what was said after them. */
    Lists and(List<RecordedFact> later) {
        if (later.isEmpty()) {
            return this;
        }
        Map<ProgrammeList, Map<String, Code>> next = new EnumMap<>(ProgrammeList.class);
        codes.forEach((list, known) -> next.put(list, new LinkedHashMap<>(known)));
        for (RecordedFact each : later) {
            if (each.fact() instanceof ProgrammeEvent said) {
                Map<String, Code> list = in(next, said.list());
                Code before = list.get(said.code());
                list.put(
                        said.code(),
                        after(before == null ? new Code(said.code(), false, List.of(), false) : before, said));
            }
        }
        return new Lists(next, facts + later.size());
    }

    private static Code after(Code before, ProgrammeEvent said) {
        return said instanceof ProgrammeCodeOffered offered
                ? new Code(before.code(), before.published(), offered.labels(), true)
                : new Code(before.code(), before.published(), before.labels(), false);
    }

    /** How many facts this was read from. */
    int facts() {
        return facts;
    }

    /** In the order in which they came; "other" stays the last. */
    List<Code> of(ProgrammeList list) {
        Map<String, Code> all = in(codes, list);
        return Stream.concat(
                        all.values().stream().filter(each -> !each.code().equals(ALWAYS)),
                        all.values().stream().filter(each -> each.code().equals(ALWAYS)))
                .toList();
    }

    Optional<Code> find(ProgrammeList list, String code) {
        return Optional.ofNullable(in(codes, list).get(code));
    }
}

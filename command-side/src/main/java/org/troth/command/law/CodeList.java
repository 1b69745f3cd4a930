package org.troth.command.law;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The closed lists of codes that a request may hold. A code stands unsealed, so whatever is not on its list is refused: else
 * anybody's words could be stored in the clear by calling them a code. The lists stand in {@code law/troth-base-1-codes.tsv}.
 */
public enum CodeList {
    /** What somebody's legal matter is about. */
    MATTER,
    /** What somebody needs, and what a referral is for. */
    NEED,
    /** Why the programme is the right help for somebody now, or is not. */
    SUITABILITY,
    /** What is done for somebody while they wait. */
    STEP,
    /** Why an enquiry goes no further. */
    CLOSING,
    /** Why support ended. */
    ENDING,
    /** What came of asking somebody, after the end, how they are. */
    FOLLOW_UP,
    /** What somebody wishes to be done next after they told something for the first time. */
    FIRST_STEP,
    /** Who a person beside a participant is to them. */
    RELATION,
    /** Why a person beside a participant is named. */
    NAMED_FOR,
    /** By what somebody may say yes beside a young person. */
    GUARDIAN_STANDING,
    /** How it was checked that they may. */
    GUARDIAN_CHECK,
    /** Who was there, beside whoever wrote it down, when a guardian said yes. */
    GUARDIAN_WITNESS,
    /** Why the law lets a young person say yes alone. */
    ALONE,
    /** Why a volunteer was proposed. */
    FIT,
    /** When in the week somebody has time. */
    TIMES,
    /** How two people met. */
    MEDIUM,
    /** Which kind of support a meeting was. */
    SUPPORT,
    /** What a meeting was about. */
    TOPIC,
    /** What the role of a volunteer forbids, and that none of it was done. */
    ACT,
    /** What somebody may be asked for that lies outside the role of a volunteer. */
    OUTSIDE,
    /** Why what was entered of a meeting is corrected. */
    CORRECTION,
    /** Why a correction of a meeting is sent back. */
    SENT_BACK,
    /** In what the mistake lay when it was noted that somebody asked to be forgotten. */
    ERASURE_MISTAKE,
    /** Why an agency cannot help. */
    NON_ACCEPTANCE,
    /** Why a referral that was thought of is not right for somebody now. */
    NOT_APPROPRIATE,
    /** What waits for a coordinator: the kinds of the worklist. */
    WAITING,
    /** What sort of goal somebody has. */
    GOAL,
    /** Whose field a section of a joint plan is. */
    DISCIPLINE,
    /** What somebody of the law is who reviewed an information sheet. */
    REVIEWER,
    /** Why what was taken down of somebody at the intake is put right. */
    INTAKE_CORRECTION,
    /** Why two records are thought to be of one person. */
    MERGE_GROUND,
    /** What somebody needs in order to take part: to come, to read, to hear, to follow. */
    ACCESS;

    private static final Map<CodeList, Set<String>> LISTS = read(HouseLaw.text("/law/troth-base-1-codes.tsv"));

    /** Whether this is a code of the list. */
    public boolean has(String code) {
        return codes().contains(code);
    }

    /** These codes in the order of the law, so that the same choice is always the same list. */
    public List<String> inOrder(Collection<String> chosen) {
        return codes().stream().filter(chosen::contains).toList();
    }

    /** In the order of the law. */
    public Set<String> codes() {
        return LISTS.getOrDefault(this, Set.of());
    }

    /** The codes as a hint beside a field: {@code housing, family, other}. */
    public String plain() {
        return String.join(", ", codes());
    }

    static Map<CodeList, Set<String>> read(String table) {
        Map<CodeList, Set<String>> lists = new EnumMap<>(CodeList.class);
        for (String line : table.lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] cells = line.split("\t");
                Set<String> codes = new LinkedHashSet<>(Arrays.asList(cells[1].split(",")));
                if (lists.put(valueOf(cells[0]), Collections.unmodifiableSet(codes)) != null) {
                    throw new IllegalStateException("the law lists codes twice");
                }
            }
        }
        return lists;
    }
}

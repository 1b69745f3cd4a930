package org.troth.query.overview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Puts groups of few people together, so that no figure is one person's. Every group that is told has at least {@link #LEAST} people,
 * the one that gathers the others too: nothing can be told apart by taking one figure from another.
 */
final class LeastCell {

    static final int LEAST = 5;

    /** How many people there are in a group, and how many days they waited in all. */
    record Group(String label, long people, long days) {}

    private LeastCell() {}

    /**
     * The groups in their order, those of few people as one at the end; none where all together are too few.
     *
     * @param others what those are called that are put together
     */
    static List<Group> gathered(List<Group> groups, String others) {
        List<Group> few = new ArrayList<>();
        long people = 0;
        for (Group next :
                groups.stream().sorted(Comparator.comparingLong(Group::people)).toList()) {
            if (next.people() >= LEAST && (few.isEmpty() || people >= LEAST)) {
                break;
            }
            few.add(next);
            people += next.people();
        }
        if (few.isEmpty()) {
            return groups;
        }
        List<Group> told = new ArrayList<>(
                groups.stream().filter(each -> !few.contains(each)).toList());
        if (people >= LEAST) {
            told.add(new Group(
                    others, people, few.stream().mapToLong(Group::days).sum()));
        }
        return told;
    }
}

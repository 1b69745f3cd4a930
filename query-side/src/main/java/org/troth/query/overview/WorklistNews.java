package org.troth.query.overview;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.troth.query.overview.WorklistViews.Row;

/**
 * Notices that a kind of waiting has changed, whoever looked last: a page or nobody. Each kind has a number that rises with every
 * change; it says nothing of what the change was, and is this process's own, as sittings are.
 */
@Component
class WorklistNews {

    /** How many lines of a kind are looked at: what the worklist shows of it, and whether there is more. */
    static final int SEEN = 6;

    private record State(long number, boolean more, int lines, int turn) {}

    private final Map<Waiting, State> states = new EnumMap<>(Waiting.class);

    /**
     * Takes note of how a kind stands now.
     *
     * @param more whether there may be more than this number
     * @param first its first lines, of which nothing is kept but a sum
     * @return the number of its last change
     */
    synchronized int saw(Waiting waiting, long number, boolean more, List<Row> first) {
        int lines = first.stream()
                .limit(SEEN)
                .map(row -> Objects.hash(row.person(), row.thing(), row.since(), row.due(), row.detail()))
                .toList()
                .hashCode();
        State before = states.get(waiting);
        if (before != null && before.number() == number && before.more() == more && before.lines() == lines) {
            return before.turn();
        }
        int turn = before == null ? 1 : before.turn() + 1;
        states.put(waiting, new State(number, more, lines, turn));
        return turn;
    }

    /** How all kinds stand, as JSON: how many wait, and the number of the last change. */
    synchronized String line() {
        return states.entrySet().stream()
                .map(each -> "\"%s\":{\"number\":%s,\"more\":%s,\"turn\":%s}"
                        .formatted(
                                each.getKey().key(),
                                each.getValue().number(),
                                each.getValue().more(),
                                each.getValue().turn()))
                .collect(Collectors.joining(",", "{", "}"));
    }
}

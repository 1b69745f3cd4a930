package org.troth.query.merging;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.query.reading.Told;

/**
 * Two records beside each other: what it takes to judge whether they are of one person, and no more.
 *
 * @param standing what was decided about the two, or waits to be; absent where nothing does
 */
record TwoRecords(Person one, Person other, @Nullable Standing standing) {

    /** Both, in the order in which they were asked for. */
    public List<Person> people() {
        return List.of(one, other);
    }

    /** One of the two. */
    record Person(
            UUID id,
            @Nullable Told name,
            String stage,
            String matter,
            String language,
            Instant receivedAt,
            @Nullable Instant enrolledAt,
            List<Reach> contacts) {}

    /** A way to reach them; nothing is said of one that is unsafe but that it is. */
    record Reach(String channel, boolean safe, @Nullable Told address) {}

    /**
     * What was decided.
     *
     * @param state PROPOSED while it waits for a second person, MERGED when the two are one
     * @param ground why, a code
     * @param yours whether the reader was the last who decided
     */
    record Standing(UUID kept, UUID merged, String state, String ground, Instant since, boolean yours) {}
}

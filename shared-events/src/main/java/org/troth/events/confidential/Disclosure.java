package org.troth.events.confidential;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Proof that a look is already on the record: made by the gate on reading alone, after the facts of the look are durable.
 * Names whose words and which kinds of them may be opened, and holds for one second.
 */
public final class Disclosure {

    private static final long LASTS_NANOS = Duration.ofSeconds(1).toNanos();

    private final long position;
    private final Map<UUID, Set<Words>> scope;
    private final long madeNanos;

    private Disclosure(long position, Map<UUID, Set<Words>> scope, long madeNanos) {
        this.position = position;
        this.scope = scope;
        this.madeNanos = madeNanos;
    }

    /** For the gate alone: the last position of the facts that record this look, which are durable. */
    public static Disclosure durableAt(long position, Map<UUID, Set<Words>> scope) {
        Map<UUID, Set<Words>> copy = new HashMap<>();
        scope.forEach((owner, words) -> copy.put(owner, Set.copyOf(words)));
        return new Disclosure(position, Map.copyOf(copy), System.nanoTime());
    }

    /** The position of the fact that records this look. */
    public long position() {
        return position;
    }

    /** Whether words of this owner and kind may be opened now. */
    public boolean permits(UUID owner, Words words) {
        return scope.getOrDefault(owner, Set.of()).contains(words);
    }

    /** Whether the second is over. */
    public boolean isStale() {
        return System.nanoTime() - madeNanos > LASTS_NANOS;
    }

    @Override
    public String toString() {
        return "Disclosure at " + position;
    }
}

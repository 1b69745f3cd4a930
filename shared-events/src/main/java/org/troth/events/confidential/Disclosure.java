package org.troth.events.confidential;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Proof that a look is already on the record: made by the gate on reading alone, after the facts of the look are durable.
 * Names whose words and which classes may be opened, and holds for one second.
 */
public final class Disclosure {

    private static final long LASTS_NANOS = Duration.ofSeconds(1).toNanos();

    private final long position;
    private final Map<UUID, Set<DataClass>> scope;
    private final long madeNanos;

    private Disclosure(long position, Map<UUID, Set<DataClass>> scope, long madeNanos) {
        this.position = position;
        this.scope = scope;
        this.madeNanos = madeNanos;
    }

    /** For the gate alone: the last position of the facts that record this look, which are durable. */
    public static Disclosure durableAt(long position, Map<UUID, Set<DataClass>> scope) {
        Map<UUID, Set<DataClass>> copy = new HashMap<>();
        scope.forEach((owner, classes) ->
                copy.put(owner, classes.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(classes))));
        return new Disclosure(position, Map.copyOf(copy), System.nanoTime());
    }

    /** The position of the fact that records this look. */
    public long position() {
        return position;
    }

    /** Whether words of this owner and class may be opened now. */
    public boolean permits(UUID owner, DataClass dataClass) {
        return scope.getOrDefault(owner, Set.of()).contains(dataClass);
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

package org.troth.store.facts;

import java.time.Clock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Stops appending while the node's clock is far from the database's; a simulated clock is exempt. */
final class ClockGuard {

    /** The largest difference with which facts are still recorded. */
    static final long ALLOWED_MS = 30_000;

    private final Clock clock;
    private final BooleanSupplier simulated;

    ClockGuard(Clock clock, BooleanSupplier simulated) {
        this.clock = clock;
        this.simulated = simulated;
    }

    Clock clock() {
        return clock;
    }

    /** What the database is to allow; absent: anything. */
    @Nullable
    Long allowedMs() {
        return simulated.getAsBoolean() ? null : ALLOWED_MS;
    }

    /** Whether the difference is too large now. */
    boolean doubts(long nodeMs, long databaseMs) {
        Long allowed = allowedMs();
        return allowed != null && Math.abs(nodeMs - databaseMs) > allowed;
    }
}

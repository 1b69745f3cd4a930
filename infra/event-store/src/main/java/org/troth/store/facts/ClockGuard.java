package org.troth.store.facts;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops appending while the node's clock is far from the database's; a simulated clock is exempt. */
final class ClockGuard {

    private static final Logger LOG = LoggerFactory.getLogger(ClockGuard.class);

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

    /** Refuses to append while the difference is too large. */
    void check(Instant node, long databaseMs) {
        Long allowed = allowedMs();
        long difference = node.toEpochMilli() - databaseMs;
        if (allowed != null && Math.abs(difference) > allowed) {
            long seconds = TimeUnit.MILLISECONDS.toSeconds(difference);
            LOG.error("nothing is appended: this node's clock is {} s away from the database's", seconds);
            throw new StoreStopped("clock", "the clock of this node is " + seconds + " s away from the database's");
        }
    }
}

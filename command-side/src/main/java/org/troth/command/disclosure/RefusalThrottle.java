package org.troth.command.disclosure;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.troth.events.AccountId;

/**
 * Counts the refusals of each actor, so that nobody can fill the record with them: thirty in a minute, for each of the ten
 * thousand actors that were refused last.
 */
final class RefusalThrottle {

    static final int MOST = 30;
    static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int ACTORS = 10_000;

    private final LongSupplier nanos;

    private final Map<AccountId, ArrayDeque<Long>> refusals = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<AccountId, ArrayDeque<Long>> eldest) {
            return size() > ACTORS;
        }
    };

    RefusalThrottle(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Counts one more refusal; how long to wait when there were too many already, which is not counted. */
    synchronized Optional<Duration> refuse(AccountId actor) {
        long now = nanos.getAsLong();
        ArrayDeque<Long> recent = refusals.computeIfAbsent(actor, unknown -> new ArrayDeque<>());
        while (!recent.isEmpty() && now - recent.peekFirst() >= WINDOW.toNanos()) {
            recent.removeFirst();
        }
        if (recent.size() >= MOST) {
            return Optional.of(Duration.ofNanos(WINDOW.toNanos() - (now - recent.peekFirst())));
        }
        recent.addLast(now);
        return Optional.empty();
    }
}

package org.troth.command.dispatch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Lets each of the ten thousand keys seen last through so many times in any window of time, and no more. Keeps keys in
 * memory: hand in identifiers or tags, never words. Safe for use by several threads.
 */
public final class Throttle<K> {

    private static final int KEYS = 10_000;

    private final int most;
    private final Duration window;
    private final LongSupplier nanos;
    private final Map<K, ArrayDeque<Long>> seen = new LinkedHashMap<>(16, 0.75f, true);

    public Throttle(int most, Duration window) {
        this(most, window, System::nanoTime);
    }

    /** The same, on another stopwatch than that of the machine. */
    public Throttle(int most, Duration window, LongSupplier nanos) {
        this.most = most;
        this.window = window;
        this.nanos = nanos;
    }

    /** Counts one more time for this key; when there were too many already, says how long to wait and counts nothing. */
    public synchronized Optional<Duration> tooOften(K key) {
        long now = nanos.getAsLong();
        ArrayDeque<Long> recent = seen.computeIfAbsent(key, unknown -> new ArrayDeque<>());
        while (!recent.isEmpty() && now - recent.peekFirst() >= window.toNanos()) {
            recent.removeFirst();
        }
        if (recent.size() >= most) {
            return Optional.of(Duration.ofNanos(window.toNanos() - (now - recent.peekFirst())));
        }
        recent.addLast(now);
        forgetTheEldest();
        return Optional.empty();
    }

    private void forgetTheEldest() {
        if (seen.size() > KEYS) {
            seen.remove(seen.keySet().iterator().next());
        }
    }
}

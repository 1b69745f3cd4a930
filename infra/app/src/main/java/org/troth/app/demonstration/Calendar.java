package org.troth.app.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What is still to happen, in the order in which it will; things of one moment happen in the order they were planned. */
final class Calendar {

    private record Entry(Instant time, long number, Runnable act) {}

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::time).thenComparingLong(Entry::number));
    private final Instant end;
    private long planned;
    private Instant now;

    Calendar(Instant start, Instant end) {
        this.now = start;
        this.end = end;
    }

    Instant now() {
        return now;
    }

    /** Plans it this much after now; what would fall after the end does not happen, as in life. */
    void in(Duration later, Runnable act) {
        Instant time = now.plus(later);
        if (!time.isAfter(end)) {
            entries.add(new Entry(time, planned++, act));
        }
    }

    void at(Instant time, Runnable act) {
        in(Duration.between(now, time), act);
    }

    /** Whether something was left, and its time has come now. */
    boolean advance() {
        Entry next = entries.peek();
        if (next == null) {
            return false;
        }
        now = next.time();
        return true;
    }

    /** Does what stands first. */
    void act() {
        entries.remove().act().run();
    }

    /** The share of the two years that is over, from 0 to 1. */
    double share(Instant start) {
        return Duration.between(start, now).toMillis()
                / (double) Duration.between(start, end).toMillis();
    }
}

package org.troth.store.facts;

import java.util.concurrent.TimeUnit;

/** A moment after a failure, in which nothing is tried, so that callers do not queue up behind one attempt after another. */
final class Outage {

    private static final long NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private boolean begun;
    private long untilNanos;

    void begin() {
        begun = true;
        untilNanos = System.nanoTime() + NANOS;
    }

    void end() {
        begun = false;
    }

    /** Whether it lasts at this {@link System#nanoTime}. */
    boolean lastsAt(long nanos) {
        return begun && nanos - untilNanos < 0;
    }
}

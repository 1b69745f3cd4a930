package org.troth.store.facts;

import java.util.concurrent.TimeUnit;

/**
 * A moment after a failure, in which nothing is tried, so that callers do not queue up behind one attempt after another: the longer
 * the attempt kept them waiting, the longer.
 */
final class Outage {

    private static final long NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private static final int OF_ATTEMPT = 3;

    private boolean begun;
    private long untilNanos;

    /** After an attempt that took so long. */
    void begin(long tookNanos) {
        begun = true;
        untilNanos = System.nanoTime() + Math.max(NANOS, tookNanos / OF_ATTEMPT);
    }

    void end() {
        begun = false;
    }

    /** Whether it lasts at this {@link System#nanoTime}. */
    boolean lastsAt(long nanos) {
        return begun && nanos - untilNanos < 0;
    }
}

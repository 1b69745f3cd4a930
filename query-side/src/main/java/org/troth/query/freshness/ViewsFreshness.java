package org.troth.query.freshness;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** Waits until the views show what has just been recorded; asks the database, so that it holds on every node. */
@Component
public final class ViewsFreshness {

    private static final long SHORTEST_MILLIS = 2;
    private static final long LONGEST_MILLIS = 40;

    private final ViewsTokens tokens;

    ViewsFreshness(ViewsTokens tokens) {
        this.tokens = tokens;
    }

    /** Whether the views have reached this position, at most this much later. */
    public boolean await(long position, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        long pause = SHORTEST_MILLIS;
        while (tokens.reached() < position) {
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            pause = Math.min(pause * 2, LONGEST_MILLIS);
        }
        return true;
    }
}

package org.troth.query.freshness;

import java.time.Duration;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Waits until the views show what has just been recorded; asks the database, so that it holds on every node. */
@Component
public final class ViewsFreshness {

    private static final long SHORTEST_MILLIS = 2;
    private static final long LONGEST_MILLIS = 40;

    private final ViewsTokens tokens;
    private final ObjectProvider<StreamableMessageSource<TrackedEventMessage<?>>> source;

    ViewsFreshness(ViewsTokens tokens, ObjectProvider<StreamableMessageSource<TrackedEventMessage<?>>> source) {
        this.tokens = tokens;
        this.source = source;
    }

    /** The last position that the record has now, whichever node wrote it; -1 while there is none. */
    public long present() {
        return source.getObject().createHeadToken().position().orElse(-1);
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

package org.troth.events.disclosure;

import java.time.Duration;

/** One actor was refused too often in a short time (HTTP 429); nothing more is recorded of it until the time is over. */
public final class TooManyRefusals extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public TooManyRefusals(Duration retryAfter) {
        super("refused too often");
        this.retryAfter = retryAfter;
    }

    /** How long to wait before the next attempt. */
    public Duration retryAfter() {
        return retryAfter;
    }
}

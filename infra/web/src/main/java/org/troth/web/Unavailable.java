package org.troth.web;

import java.time.Duration;

/** Something this answer depends on is not there just now: answered with 503, nothing shown. */
public final class Unavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public Unavailable(Duration retryAfter, Throwable cause) {
        super("not available just now", cause);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}

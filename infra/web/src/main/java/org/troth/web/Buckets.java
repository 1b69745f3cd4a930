package org.troth.web;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts attempts per key: so many at once, then one more for every so long; the longest unused keys are forgotten first. */
final class Buckets {

    private static final int MOST_KEYS = 20_000;

    private final int size;
    private final long millisPerToken;
    private final Clock clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_KEYS;
        }
    };

    Buckets(int size, Duration perToken, Clock clock) {
        this.size = size;
        this.millisPerToken = perToken.toMillis();
        this.clock = clock;
    }

    /** Takes one attempt and returns zero, or how long to wait if there is none left. */
    synchronized Duration take(String key) {
        Bucket bucket = filled(key);
        if (bucket.tokens < 1) {
            long wait = (long) Math.ceil((1 - bucket.tokens) * millisPerToken);
            return Duration.ofMillis(Math.max(1, wait));
        }
        bucket.tokens -= 1;
        return Duration.ZERO;
    }

    /** Gives an attempt back: it was no guess. */
    synchronized void giveBack(String key) {
        Bucket bucket = filled(key);
        bucket.tokens = Math.min(size, bucket.tokens + 1);
    }

    private Bucket filled(String key) {
        long now = clock.millis();
        Bucket bucket = buckets.computeIfAbsent(key, unknown -> new Bucket(size, now));
        double grown = (double) Math.max(0, now - bucket.at) / millisPerToken;
        bucket.tokens = Math.min(size, bucket.tokens + grown);
        bucket.at = now;
        return bucket;
    }

    private static final class Bucket {

        private double tokens;
        private long at;

        Bucket(double tokens, long at) {
            this.tokens = tokens;
            this.at = at;
        }
    }
}

package org.troth.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ThrottlingKeysTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final Throttle<String> throttle = new Throttle<>(30, Duration.ofMinutes(1), nanos::get);

    @Test
    void letsThirtyThroughInAnyMinute() {
        for (int times = 0; times < 30; times++) {
            assertThat(throttle.tooOften("one")).isEmpty();
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        }
        assertThat(throttle.tooOften("one")).contains(Duration.ofSeconds(30));

        nanos.addAndGet(Duration.ofSeconds(30).toNanos());
        assertThat(throttle.tooOften("one")).isEmpty();
        assertThat(throttle.tooOften("one")).contains(Duration.ofSeconds(1));
    }

    @Test
    void countsEachKeyAlone() {
        for (int times = 0; times < 31; times++) {
            throttle.tooOften("one");
        }
        assertThat(throttle.tooOften("another")).isEmpty();
        assertThat(throttle.tooOften("one")).isPresent();
    }

    @Test
    void forgetsThoseSeenLongestAgo() {
        for (int times = 0; times < 31; times++) {
            throttle.tooOften("one");
        }
        for (int others = 0; others < 10_000; others++) {
            throttle.tooOften("other " + others);
        }
        assertThat(throttle.tooOften("one")).isEmpty();
    }
}

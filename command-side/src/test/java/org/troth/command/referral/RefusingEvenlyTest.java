package org.troth.command.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RefusingEvenlyTest {

    private static final long AFTER = EvenRefusals.AFTER.toNanos();

    private final AtomicLong stopwatch = new AtomicLong(7);
    private final EvenRefusals refusals = new EvenRefusals(stopwatch::get, stopwatch::addAndGet);

    private long refusedAfter(long work) {
        long before = stopwatch.get();
        assertThatThrownBy(() -> refusals.evenly(() -> {
                    stopwatch.addAndGet(work);
                    throw ReferralRefused.opensNothing();
                }))
                .isInstanceOf(ReferralRefused.class);
        return stopwatch.get() - before;
    }

    @Test
    void takesTheSameTimeHoweverMuchWorkTheRefusalWas() {
        assertThat(refusedAfter(0)).isEqualTo(AFTER);
        assertThat(refusedAfter(AFTER / 3)).isEqualTo(AFTER);
        assertThat(refusedAfter(AFTER)).isEqualTo(AFTER);
    }

    @Test
    void waitsOnAndOnWhenItIsWokenTooEarly() {
        EvenRefusals restless = new EvenRefusals(stopwatch::get, nanos -> stopwatch.addAndGet(1 + nanos / 2));
        long before = stopwatch.get();
        assertThatThrownBy(() -> restless.evenly(() -> {
                    throw ReferralRefused.opensNothing();
                }))
                .isInstanceOf(ReferralRefused.class);
        assertThat(stopwatch.get() - before).isGreaterThanOrEqualTo(AFTER);
    }

    @Test
    void keepsNobodyWaitingWhoIsAnswered() {
        long before = stopwatch.get();
        assertThat(refusals.evenly(() -> "packet")).isEqualTo("packet");
        assertThat(stopwatch.get()).isEqualTo(before);
    }
}

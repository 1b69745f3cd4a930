package org.troth.command.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.troth.events.AccountId;

class ThrottlingRefusalsTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final RefusalThrottle throttle = new RefusalThrottle(nanos::get);
    private final AccountId actor = new AccountId(UUID.randomUUID());

    @Test
    void letsThirtyThroughInAnyMinute() {
        for (int times = 0; times < 30; times++) {
            assertThat(throttle.refuse(actor)).isEmpty();
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        }
        assertThat(throttle.refuse(actor)).contains(Duration.ofSeconds(30));

        nanos.addAndGet(Duration.ofSeconds(30).toNanos());
        assertThat(throttle.refuse(actor)).isEmpty();
        assertThat(throttle.refuse(actor)).contains(Duration.ofSeconds(1));
    }

    @Test
    void countsEachActorAlone() {
        for (int times = 0; times < 30; times++) {
            throttle.refuse(actor);
        }
        assertThat(throttle.refuse(new AccountId(UUID.randomUUID()))).isEmpty();
    }
}

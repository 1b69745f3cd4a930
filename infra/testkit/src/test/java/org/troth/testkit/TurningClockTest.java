package org.troth.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TurningClockTest {

    private final FixedClock clock = FixedClock.at("2026-03-01T10:00:00Z");

    @Test
    void standsStillUntilTold() {
        assertThat(clock.instant()).isEqualTo(clock.instant()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
    }

    @Test
    void movesBothWays() {
        assertThat(clock.advance(Duration.ofHours(2))).isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
        clock.set(Instant.EPOCH);
        assertThat(clock.millis()).isZero();
    }

    @Test
    void movesItsViewsInOtherZones() {
        FixedClock elsewhere = clock.withZone(ZoneId.of("Asia/Tokyo"));
        clock.advance(Duration.ofDays(1));
        assertThat(elsewhere.instant()).isEqualTo(clock.instant());
        assertThat(elsewhere.getZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    }
}

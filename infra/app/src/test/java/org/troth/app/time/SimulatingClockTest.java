package org.troth.app.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SimulatingClockTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant BEFORE = NOW.minusSeconds(3600);

    private final ProgrammeClock clock =
            ProgrammeClock.over(Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of("America/New_York"));

    @Test
    void standsWhereItWasPut() {
        clock.simulate(BEFORE);
        assertThat(clock.instant()).isEqualTo(BEFORE);
        assertThat(clock.isSimulated()).isTrue();
    }

    @Test
    void isTheMachinesAgainOnceReleased() {
        clock.simulate(BEFORE);
        clock.release();
        assertThat(clock.instant()).isEqualTo(NOW);
    }

    @Test
    void neverGoesBack() {
        clock.simulate(BEFORE);
        assertThatThrownBy(() -> clock.simulate(BEFORE.minusMillis(1))).isInstanceOf(IllegalArgumentException.class);
        assertThat(clock.instant()).isEqualTo(BEFORE);
    }

    @Test
    void neverRunsAhead() {
        assertThatThrownBy(() -> clock.simulate(NOW.plusMillis(1))).isInstanceOf(IllegalArgumentException.class);
        assertThat(clock.isSimulated()).isFalse();
    }

    @Test
    void beginsItsDaysInTheProgrammesZone() {
        clock.simulate(Instant.parse("2026-11-20T03:00:00Z"));
        assertThat(LocalDate.now(clock)).isEqualTo(LocalDate.of(2026, 11, 19));
    }

    @Test
    void movesItsViewsInOtherZonesToo() {
        Clock view = clock.withZone(ZoneOffset.UTC);
        clock.simulate(BEFORE);
        assertThat(view.instant()).isEqualTo(BEFORE);
    }
}

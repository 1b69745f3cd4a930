package org.troth.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CountingAttemptsTest {

    private final TestClock clock = new TestClock();

    @Test
    void givesOneMoreForEverySoLong() {
        Buckets buckets = new Buckets(2, Duration.ofSeconds(10), clock);
        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isEqualTo(Duration.ofSeconds(10));
        clock.pass(Duration.ofSeconds(4));
        assertThat(buckets.take("a")).isEqualTo(Duration.ofSeconds(6));
        clock.pass(Duration.ofSeconds(6));
        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("b")).as("another key").isZero();
    }

    @Test
    void neverHoldsMoreThanItsSize() {
        Buckets buckets = new Buckets(1, Duration.ofSeconds(10), clock);
        clock.pass(Duration.ofDays(1));
        buckets.giveBack("a");
        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isPositive();
    }

    @Test
    void waitsNoLongerWhenTheClockGoesBack() {
        Buckets buckets = new Buckets(1, Duration.ofSeconds(10), clock);
        assertThat(buckets.take("a")).isZero();
        clock.pass(Duration.ofHours(-1));
        assertThat(buckets.take("a")).isEqualTo(Duration.ofSeconds(10));
        clock.pass(Duration.ofSeconds(10));
        assertThat(buckets.take("a")).isZero();
    }

    @Test
    void countsOneAddressOverAllNames() {
        SignInThrottle throttle = new SignInThrottle(clock);
        for (int i = 0; i < 40; i++) {
            assertThat(throttle.attempt("name-" + i, "192.0.2.7")).isZero();
        }
        assertThat(throttle.attempt("another", "192.0.2.7")).isPositive();
        assertThat(throttle.attempt("another", "192.0.2.8")).isZero();
    }

    @Test
    void countsOneNameOverAllAddresses() {
        SignInThrottle throttle = new SignInThrottle(clock);
        for (int i = 0; i < 60; i++) {
            assertThat(throttle.attempt("name", "192.0.2." + i)).isZero();
        }
        assertThat(throttle.attempt("name", "198.51.100.1")).isPositive();
    }

    @Test
    void seesTheAddressesOfOneHouseholdAsOne() {
        SignInThrottle throttle = new SignInThrottle(clock);
        for (int i = 0; i < 6; i++) {
            assertThat(throttle.attempt("name", "2001:db8:1:2::" + i)).isZero();
        }
        assertThat(throttle.attempt("name", "2001:DB8:1:2:ffff::1")).isPositive();
        assertThat(throttle.attempt("name", "2001:db8:1:3::1")).isZero();
    }
}

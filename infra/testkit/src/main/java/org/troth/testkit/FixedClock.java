package org.troth.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;

/** A clock that moves only when told to, also backwards; views of it in other zones move with it. */
public final class FixedClock extends Clock {

    private final Hand now;
    private final ZoneId zone;

    private FixedClock(Hand now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    public static FixedClock at(Instant instant) {
        return new FixedClock(new Hand(instant), ZoneOffset.UTC);
    }

    /** @param instant in ISO form, such as {@code 2026-03-01T10:00:00Z} */
    public static FixedClock at(String instant) {
        return at(Instant.parse(instant));
    }

    public void set(Instant instant) {
        now.move(before -> instant);
    }

    /** Moves by this much, backwards when negative, and returns the new time. */
    public Instant advance(Duration step) {
        return now.move(before -> before.plus(step));
    }

    @Override
    public Instant instant() {
        return now.where();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public FixedClock withZone(ZoneId other) {
        return new FixedClock(now, other);
    }

    @Override
    public String toString() {
        return "FixedClock[" + now.where() + ", " + zone + "]";
    }

    /** The one hand of all views. */
    private static final class Hand {

        private Instant at;

        Hand(Instant at) {
            this.at = at;
        }

        synchronized Instant where() {
            return at;
        }

        synchronized Instant move(UnaryOperator<Instant> step) {
            at = step.apply(at);
            return at;
        }
    }
}

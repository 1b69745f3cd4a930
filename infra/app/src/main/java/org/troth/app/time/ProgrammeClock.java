package org.troth.app.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The product's only clock, in the programme's time zone. It is the machine's clock, unless a demonstration is being
 * loaded: then it stands where the demonstration put it, moves forward only, and never passes the machine's.
 */
public final class ProgrammeClock extends Clock {

    private final Clock machine;
    private final ZoneId zone;
    private final AtomicReference<@Nullable Instant> simulated;

    private ProgrammeClock(Clock machine, ZoneId zone, AtomicReference<@Nullable Instant> simulated) {
        this.machine = machine;
        this.zone = zone;
        this.simulated = simulated;
    }

    /** Over the machine's clock. */
    public static ProgrammeClock in(ZoneId zone) {
        return over(Clock.systemUTC(), zone);
    }

    static ProgrammeClock over(Clock machine, ZoneId zone) {
        return new ProgrammeClock(machine, zone, new AtomicReference<>());
    }

    /** From now on this is the time, until {@link #release()}; an earlier one than before, or one to come, is refused. */
    public void simulate(Instant time) {
        if (time.isAfter(machine.instant())) {
            throw new IllegalArgumentException("a simulated clock never runs ahead of the machine's");
        }
        simulated.updateAndGet(before -> {
            if (before != null && time.isBefore(before)) {
                throw new IllegalArgumentException("a simulated clock never goes back");
            }
            return time;
        });
    }

    /** Back to the machine's clock. */
    public void release() {
        simulated.set(null);
    }

    public boolean isSimulated() {
        return simulated.get() != null;
    }

    @Override
    public Instant instant() {
        Instant time = simulated.get();
        return time == null ? machine.instant() : time;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public ProgrammeClock withZone(ZoneId other) {
        return new ProgrammeClock(machine, other, simulated);
    }

    @Override
    public String toString() {
        return "ProgrammeClock[" + zone + "]";
    }
}

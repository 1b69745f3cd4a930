package org.troth.app.meters;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.troth.command.dispatch.DispatchMeter;

/** {@code command.attempted}: every attempt to act, by command and how it ended. */
public final class MeteredDispatch implements DispatchMeter {

    private final MeterRegistry meters;

    public MeteredDispatch(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void attempted(String command, End end, long nanos) {
        meters.timer("command.attempted", "command", command, "end", end.name().toLowerCase(Locale.ROOT))
                .record(nanos, TimeUnit.NANOSECONDS);
    }
}

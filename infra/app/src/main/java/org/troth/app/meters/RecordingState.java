package org.troth.app.meters;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.troth.store.facts.AppendListener;

/**
 * Hears what the appender does: {@code recording.batch} (facts to a transaction), {@code recording.commit} (how long it
 * took), {@code recording.wait} (from hand-over to answer), {@code recording.failed}; and remembers why nothing could be
 * recorded, for a minute or until something was.
 */
public final class RecordingState implements AppendListener {

    private static final Map<String, String> PLAIN = Map.of(
            "clock",
            "This machine's clock is more than 30 seconds away from the database's. Set it right; nothing was lost.",
            "closed",
            "The store is shutting down.",
            "head-gone-back",
            "The record is shorter than it was: the database was restored, or a tail was cut off. Keep it as it is.",
            "key-generation",
            "The keys of this machine are older than the record's. Restart it.",
            "refused",
            "The database refuses to write. Is its disk full? Its log says why; nothing was lost.",
            "unreachable",
            "The database cannot be reached. Nothing was lost; recording goes on by itself when it is back.");

    private final DistributionSummary batch;
    private final Timer commit;
    private final Timer wait;
    private final Counter failed;
    private final AtomicReference<@Nullable Trouble> trouble = new AtomicReference<>();

    /** Forgotten after a minute, or a machine that is taken out of service for it would never be asked again. */
    private record Trouble(String rule, long sinceNanos) {

        boolean isFresh() {
            return System.nanoTime() - sinceNanos < TimeUnit.MINUTES.toNanos(1);
        }
    }

    public RecordingState(MeterRegistry meters) {
        this.batch = meters.summary("recording.batch");
        this.commit = meters.timer("recording.commit");
        this.wait = meters.timer("recording.wait");
        this.failed = meters.counter("recording.failed");
    }

    @Override
    public void committed(int units, int facts, Duration took) {
        trouble.set(null);
        batch.record(facts);
        commit.record(took);
    }

    @Override
    public void answered(boolean recorded, Duration waited) {
        wait.record(waited);
    }

    @Override
    public void unavailable(String rule) {
        failed.increment();
        trouble.set(new Trouble(rule, System.nanoTime()));
    }

    /** Why the last attempt to record failed, in plain words; empty when it did not. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble.get())
                .filter(Trouble::isFresh)
                .map(Trouble::rule)
                .map(rule -> PLAIN.getOrDefault(rule, "Facts cannot be recorded now (" + rule + ")."));
    }
}

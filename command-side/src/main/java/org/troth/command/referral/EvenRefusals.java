package org.troth.command.referral;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.troth.events.recording.RecordUnavailable;

/**
 * Answers every refusal after the same time, whether nothing was found or a refusal had to be put on the record first: how
 * long it took tells nothing. That nothing can be recorded now takes no less.
 */
@Component
final class EvenRefusals {

    /** Longer than it usually takes to read two streams and to record a refusal. */
    static final Duration AFTER = Duration.ofMillis(400);

    private final LongSupplier nanos;
    private final LongConsumer pause;

    EvenRefusals() {
        this(System::nanoTime, LockSupport::parkNanos);
    }

    /** On another stopwatch than that of the machine. */
    EvenRefusals(LongSupplier nanos, LongConsumer pause) {
        this.nanos = nanos;
        this.pause = pause;
    }

    <T> T evenly(Supplier<T> act) {
        long due = nanos.getAsLong() + AFTER.toNanos();
        try {
            return act.get();
        } catch (ReferralRefused | RecordUnavailable refused) {
            for (long left = due - nanos.getAsLong(); left > 0; left = due - nanos.getAsLong()) {
                pause.accept(left);
                if (Thread.currentThread().isInterrupted()) {
                    break;
                }
            }
            throw refused;
        }
    }
}

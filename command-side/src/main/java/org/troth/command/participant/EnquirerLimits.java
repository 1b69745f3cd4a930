package org.troth.command.participant;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.troth.command.dispatch.AddressThrottle;

/**
 * How often people without a name may write and try codes: from one network, and all together. Counted in memory alone, and
 * forgotten after ten minutes. Throws {@link org.troth.events.disclosure.TooManyRefusals}.
 */
final class EnquirerLimits {

    static final int WRITTEN_BY_ONE = 20;
    static final int WRITTEN_BY_ALL = 300;
    static final int TRIED_BY_ONE = 80;
    static final int TRIED_BY_ALL = 1200;

    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final AddressThrottle written;
    private final AddressThrottle tried;

    EnquirerLimits(LongSupplier nanos) {
        written = new AddressThrottle(WRITTEN_BY_ONE, WRITTEN_BY_ALL, WINDOW, nanos);
        tried = new AddressThrottle(TRIED_BY_ONE, TRIED_BY_ALL, WINDOW, nanos);
    }

    /** Somebody wants to leave an enquiry. */
    void write(String address) {
        written.pass(address);
    }

    /** Somebody shows a code; right and wrong ones count alike. */
    void tryCode(String address) {
        tried.pass(address);
    }
}

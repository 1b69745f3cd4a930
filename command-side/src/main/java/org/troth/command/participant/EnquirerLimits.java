package org.troth.command.participant;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.troth.command.dispatch.Throttle;
import org.troth.events.disclosure.TooManyRefusals;

/**
 * How often people without a name may write and try codes: from one network, and all together. Counted in memory alone, and
 * forgotten after ten minutes. Throws {@link TooManyRefusals}.
 */
final class EnquirerLimits {

    static final int WRITTEN_BY_ONE = 20;
    static final int WRITTEN_BY_ALL = 300;
    static final int TRIED_BY_ONE = 80;
    static final int TRIED_BY_ALL = 1200;

    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final String ALL = "";
    private static final int GROUPS_OF_A_NETWORK = 4;

    private final Throttle<String> written;
    private final Throttle<String> writtenByAll;
    private final Throttle<String> tried;
    private final Throttle<String> triedByAll;

    EnquirerLimits(LongSupplier nanos) {
        written = new Throttle<>(WRITTEN_BY_ONE, WINDOW, nanos);
        writtenByAll = new Throttle<>(WRITTEN_BY_ALL, WINDOW, nanos);
        tried = new Throttle<>(TRIED_BY_ONE, WINDOW, nanos);
        triedByAll = new Throttle<>(TRIED_BY_ALL, WINDOW, nanos);
    }

    /** Somebody wants to leave an enquiry. */
    void write(String address) {
        pass(written, network(address));
        pass(writtenByAll, ALL);
    }

    /** Somebody shows a code; right and wrong ones count alike. */
    void tryCode(String address) {
        pass(tried, network(address));
        pass(triedByAll, ALL);
    }

    private static void pass(Throttle<String> throttle, String key) {
        Optional<Duration> wait = throttle.tooOften(key);
        if (wait.isPresent()) {
            throw new TooManyRefusals(wait.get());
        }
    }

    /** One household has a whole /64 of IPv6 addresses. */
    static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        StringBuilder start = new StringBuilder();
        String[] groups = address.split(":", -1);
        for (int at = 0; at < GROUPS_OF_A_NETWORK && at < groups.length && !groups[at].isEmpty(); at++) {
            start.append(groups[at]).append(':');
        }
        return start.isEmpty() ? address : start.toString();
    }
}

package org.troth.command.dispatch;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.troth.events.disclosure.TooManyRefusals;

/**
 * How often people without an account may come: from one network, and all together. Counted in memory alone, and forgotten
 * when the window has passed. Safe for use by several threads.
 */
public final class AddressThrottle {

    private static final String ALL = "";
    private static final int GROUPS_OF_A_NETWORK = 4;

    private final Throttle<String> byOne;
    private final Throttle<String> byAll;

    public AddressThrottle(int mostByOne, int mostByAll, Duration window, LongSupplier nanos) {
        byOne = new Throttle<>(mostByOne, window, nanos);
        byAll = new Throttle<>(mostByAll, window, nanos);
    }

    /** Counts one more time; throws {@link TooManyRefusals} when there were too many already. */
    public void pass(String address) {
        pass(byOne, network(address));
        pass(byAll, ALL);
    }

    private static void pass(Throttle<String> throttle, String key) {
        Optional<Duration> wait = throttle.tooOften(key);
        if (wait.isPresent()) {
            throw new TooManyRefusals(wait.get());
        }
    }

    /** One household has a whole /64 of IPv6 addresses. */
    public static String network(String address) {
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

package org.troth.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Slows guessing: per name and address together, per address, and (widely, so that nobody is locked out by a stranger) per name. Known
 * and unknown names are counted alike, and a right password costs nothing.
 */
final class SignInThrottle {

    private final Buckets pair;
    private final Buckets address;
    private final Buckets name;

    SignInThrottle(Clock clock) {
        pair = new Buckets(6, Duration.ofSeconds(30), clock);
        address = new Buckets(40, Duration.ofSeconds(6), clock);
        name = new Buckets(60, Duration.ofSeconds(10), clock);
    }

    /** Zero if an attempt may be made now (it is counted), else how long to wait. */
    Duration attempt(String tag, String remote) {
        String from = network(remote);
        List<Buckets> all = List.of(pair, address, name);
        List<String> keys = List.of(tag + "@" + from, from, tag);
        for (int i = 0; i < all.size(); i++) {
            Duration wait = all.get(i).take(keys.get(i));
            if (!wait.isZero()) {
                for (int taken = 0; taken < i; taken++) {
                    all.get(taken).giveBack(keys.get(taken));
                }
                return wait;
            }
        }
        return Duration.ZERO;
    }

    void succeeded(String tag, String remote) {
        String from = network(remote);
        pair.giveBack(tag + "@" + from);
        address.giveBack(from);
        name.giveBack(tag);
    }

    /** One household has a whole /64 of IPv6 addresses. */
    private static String network(String remote) {
        if (!remote.contains(":")) {
            return remote;
        }
        String[] groups = remote.toLowerCase(Locale.ROOT).split(":", -1);
        StringBuilder start = new StringBuilder();
        for (int i = 0; i < 4 && i < groups.length && !groups[i].isEmpty(); i++) {
            start.append(groups[i]).append(':');
        }
        return start.isEmpty() ? remote : start.toString();
    }
}

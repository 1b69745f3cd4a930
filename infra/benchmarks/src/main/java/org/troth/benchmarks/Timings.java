package org.troth.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long each request of one kind took. */
final class Timings {

    private final List<Long> nanos = new ArrayList<>();

    void add(long duration) {
        nanos.add(duration);
    }

    /** In milliseconds; the smallest duration that this share of the requests did not exceed. */
    double percentile(double share) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return sorted.get((int) Math.round(share * (sorted.size() - 1))) / 1e6;
    }
}

package org.troth.store.facts;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.troth.events.recording.RecordedFact;

/**
 * Facts that were opened or appended lately. A row is answered from here only when every byte of it is what was opened, so
 * a changed row is still found out; and everything is forgotten when a key is destroyed.
 */
final class OpenedFacts {

    private record Opened(FactRow row, RecordedFact fact) {}

    private final int most;
    private volatile Map<Long, Opened> young = new ConcurrentHashMap<>();
    private volatile Map<Long, Opened> old = Map.of();
    private final AtomicInteger forgotten = new AtomicInteger();

    /** Keeps at least half and at most all of so many facts, the latest used ones. */
    OpenedFacts(int most) {
        this.most = most;
    }

    /** The fact in this row; null when it must be opened. */
    @Nullable
    RecordedFact in(FactRow row) {
        Opened opened = young.get(row.position());
        if (opened == null) {
            opened = old.get(row.position());
            if (opened != null) {
                keep(opened);
            }
        }
        return opened != null
                        && Arrays.equals(opened.row().header(), row.header())
                        && Arrays.equals(opened.row().ct(), row.ct())
                ? opened.fact()
                : null;
    }

    /** How often everything was forgotten; what was opened before that is not to be kept after it. */
    int forgotten() {
        return forgotten.get();
    }

    /** Keeps a fact that was opened since so many times of forgetting. */
    void opened(FactRow row, RecordedFact fact, int since) {
        Opened opened = new Opened(row, fact);
        if (since == forgotten.get()) {
            keep(opened);
        }
        if (since != forgotten.get()) {
            young.remove(row.position(), opened);
        }
    }

    void forget() {
        forgotten.incrementAndGet();
        old = Map.of();
        young = new ConcurrentHashMap<>();
    }

    private void keep(Opened opened) {
        if (young.size() >= most / 2) {
            old = young;
            young = new ConcurrentHashMap<>();
        }
        young.put(opened.fact().position(), opened);
    }
}

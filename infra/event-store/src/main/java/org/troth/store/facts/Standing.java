package org.troth.store.facts;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.troth.ledger.KeyEvictions;

/**
 * How far the record was seen to reach. It never goes back: once it did, nothing is appended any more. Whatever was kept in memory
 * of a key is forgotten as soon as the destruction of one is seen. Not for two threads at once, but for {@link #head}.
 */
final class Standing {

    private static final Logger LOG = LoggerFactory.getLogger(Standing.class);

    private final KeyEvictions evictions;
    private final FactReader reader;
    private @Nullable StoreStopped gone;
    private volatile HeadState head;

    Standing(KeyEvictions evictions, FactReader reader, HeadState head) {
        this.evictions = evictions;
        this.reader = reader;
        this.head = head;
    }

    /** The head as it was last seen. */
    HeadState head() {
        return head;
    }

    /** Refuses whoever would append after the record went back, or with keys of another generation than its own. */
    void check(int generation) {
        if (gone != null) {
            throw gone;
        }
        if (generation != head.generation()) {
            throw new StoreStopped("key-generation", "the keys of this node are of another generation than the head");
        }
    }

    void see(HeadState now) {
        HeadState before = head;
        if (now.size() < before.size()
                || now.generation() < before.generation()
                || now.destructions() < before.destructions()) {
            StoreStopped stopped = new StoreStopped(
                    "head-gone-back", "the record ends at " + now.size() + " and was seen to reach " + before.size());
            gone = stopped;
            LOG.error("nothing is appended any more: {}", stopped.getMessage());
            throw stopped;
        }
        if (now.destructions() != before.destructions()) {
            evictions.evictAll();
            reader.forget();
        }
        head = now;
    }
}

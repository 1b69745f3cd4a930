package org.troth.store.facts;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A unit that waits for its answer, and the thread that waits with it. */
final class Pending {

    final SealedUnit unit;
    final long handedOverNanos = System.nanoTime();
    private final Thread waiting = Thread.currentThread();
    private volatile @Nullable Answer answer;

    /** What the appender says to a waiting unit. */
    sealed interface Answer {

        /** Durable; the position of its last fact. */
        record Durable(long lastPosition) implements Answer {}

        /** Refused for good. */
        record No(Refusal refusal) implements Answer {}

        /** What it was sealed under no longer holds: seal it again. */
        record SealAgain() implements Answer {}

        /** Not recorded, as far as can be known; why. */
        record Failed(RuntimeException why) implements Answer {}
    }

    Pending(SealedUnit unit) {
        this.unit = unit;
    }

    void answer(Answer given) {
        if (answer == null) {
            answer = given;
            wake();
        }
    }

    void wake() {
        if (waiting != Thread.currentThread()) {
            LockSupport.unpark(waiting);
        }
    }

    @Nullable
    Answer answered() {
        return answer;
    }
}

package org.troth.store.facts;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A unit that waits for its answer, and the thread that waits with it. */
final class Pending {

    final SealedUnit unit;
    final long handedOverNanos = System.nanoTime();
    private final Thread waiting = Thread.currentThread();
    private List<Pending> toWake = List.of();
    private @Nullable Answer answer;
    private volatile boolean released;

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

    /** Decides, once; for whoever appends. The waiting thread learns it when it is released. */
    void answer(Answer given) {
        if (answer == null) {
            answer = given;
        }
    }

    boolean isAnswered() {
        return answer != null;
    }

    /** Lets the waiting thread go. */
    void release() {
        released = true;
        if (waiting != Thread.currentThread()) {
            LockSupport.unpark(waiting);
        }
    }

    /** Lets the waiting thread go, which is to let these others go: whoever appends has better things to do. */
    void release(List<Pending> others) {
        toWake = others;
        release();
    }

    /** Waits to be released. Interruption is kept for later. */
    Answer await() {
        boolean interrupted = false;
        while (!released) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        toWake.forEach(Pending::release);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        Answer given = answer;
        if (given == null) {
            throw new IllegalStateException("released without an answer");
        }
        return given;
    }
}

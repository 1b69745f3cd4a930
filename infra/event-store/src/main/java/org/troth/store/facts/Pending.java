package org.troth.store.facts;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.troth.events.recording.RecordUnavailable;

/** A unit that waits for its answer, and the thread that waits with it, but not for ever. */
final class Pending {

    final SealedUnit unit;
    final long handedOverNanos = System.nanoTime();
    private final Thread waiting = Thread.currentThread();
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);
    private List<Pending> toWake = List.of();
    private @Nullable Answer answer;

    private enum Stage {
        /** In the queue: may still be withdrawn. */
        WAITING,
        /** In the hands of whoever appends. */
        TAKEN,
        /** Answered, and its thread let go. */
        RELEASED,
        /** Nobody waits for it any more. */
        LEFT
    }

    /** What the appender says to a waiting unit. */
    sealed interface Answer {

        /** Durable; the position of its last fact. */
        record Durable(long lastPosition) implements Answer {}

        /** Refused for good. */
        record No(Refusal refusal) implements Answer {}

        /** What it was sealed under no longer holds: seal it again. */
        record SealAgain() implements Answer {}

        /** Not recorded, or not known to be; why. */
        record Failed(RuntimeException why) implements Answer {}
    }

    Pending(SealedUnit unit) {
        this.unit = unit;
    }

    /** Takes the unit out of the queue to append it; false when its caller has withdrawn it. */
    boolean take() {
        return stage.get() == Stage.TAKEN || stage.compareAndSet(Stage.WAITING, Stage.TAKEN);
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
        if (stage.getAndSet(Stage.RELEASED) == Stage.LEFT) {
            toWake.forEach(Pending::release);
        } else if (waiting != Thread.currentThread()) {
            LockSupport.unpark(waiting);
        }
    }

    /** Lets the waiting thread go, which is to let these others go: whoever appends has better things to do. */
    void release(List<Pending> others) {
        toWake = others;
        release();
    }

    /**
     * Waits to be released, until then. Who is still in the queue then is withdrawn and never recorded; of whom is being
     * appended nobody knows. Interruption is kept for later.
     */
    Answer await(long untilNanos) {
        boolean interrupted = false;
        while (stage.get() != Stage.RELEASED) {
            long left = untilNanos - System.nanoTime();
            if (left <= 0) {
                boolean withdrawn = stage.compareAndSet(Stage.WAITING, Stage.LEFT);
                if (withdrawn || stage.compareAndSet(Stage.TAKEN, Stage.LEFT)) {
                    restore(interrupted);
                    return new Answer.Failed(withdrawn ? new RecordUnavailable() : RecordUnavailable.unanswered());
                }
            } else {
                LockSupport.parkNanos(this, left);
                interrupted |= Thread.interrupted();
            }
        }
        toWake.forEach(Pending::release);
        restore(interrupted);
        Answer given = answer;
        if (given == null) {
            throw new IllegalStateException("released without an answer");
        }
        return given;
    }

    private static void restore(boolean interrupted) {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

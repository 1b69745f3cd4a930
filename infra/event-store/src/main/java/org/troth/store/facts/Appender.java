package org.troth.store.facts;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.troth.events.recording.RecordUnavailable;

/**
 * The node's one way onto the record. Callers hand over sealed units and wait for as long as they have patience. Who finds
 * nobody at work appends on its own thread; what has come meanwhile is appended by the appender's thread, up to 256 units
 * in one transaction, until nothing waits. What is answered as durable is on disk; what is refused is not on the record and
 * will not come onto it later. A commit that was not answered is cleared up by the appender's thread alone, before
 * anything else is appended; its callers may have left by then, knowing that they do not know.
 */
final class Appender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);

    private static final long TOO_OLD_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long BETWEEN_TRIES_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final BatchWriter writer;
    private final AppendListener listener;
    private final ConcurrentLinkedQueue<Pending> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final Thread thread = new Thread(this::work, "record-appender");

    /** Units that depended on one of the batch before; touched only by whoever is busy. */
    private final Deque<Pending> held = new ArrayDeque<>();

    private volatile boolean handedOver;
    private volatile boolean closed;

    Appender(BatchWriter writer, AppendListener listener) {
        this.writer = writer;
        this.listener = listener;
        thread.setDaemon(true);
        thread.start();
    }

    /** The head as it was last seen. */
    HeadState head() {
        return writer.head();
    }

    /** Hands over a unit and waits for its answer until then. Interruption is kept for later. */
    Pending.Answer submit(SealedUnit unit, long untilNanos) {
        Pending mine = new Pending(unit);
        queue.add(mine);
        if (busy.compareAndSet(false, true)) {
            List<Pending> answered = turn();
            passOn();
            answered.forEach(Pending::release);
        }
        Pending.Answer answer = mine.await(untilNanos);
        listener.answered(
                answer instanceof Pending.Answer.Durable, Duration.ofNanos(System.nanoTime() - mine.handedOverNanos));
        return answer;
    }

    /** Looks into the queue after letting go: who comes later finds nobody at work. */
    private void passOn() {
        while (true) {
            if (isDone()) {
                busy.set(false);
                if (queue.isEmpty() || !busy.compareAndSet(false, true)) {
                    return;
                }
            }
            if (!closed) {
                handedOver = true;
                LockSupport.unpark(thread);
                return;
            }
            writer.giveUp().forEach(Pending::release);
            turn().forEach(Pending::release);
        }
    }

    private boolean isDone() {
        return held.isEmpty() && queue.isEmpty() && !writer.isUnsettled();
    }

    private void work() {
        while (!closed) {
            if (handedOver) {
                handedOver = false;
                do {
                    List<Pending> answered = writer.isUnsettled() ? settle() : turn();
                    if (!answered.isEmpty()) {
                        answered.get(0).release(answered.subList(1, answered.size()));
                    }
                } while (!isDone() && !closed);
                passOn();
            } else {
                LockSupport.park(this);
            }
        }
    }

    /** Clears up an unanswered commit; as long as that cannot be done, whoever waits is refused. */
    private List<Pending> settle() {
        try {
            List<Pending> answered = writer.settle();
            if (writer.isUnsettled()) {
                turn().forEach(Pending::release);
                LockSupport.parkNanos(this, BETWEEN_TRIES_NANOS);
            }
            return answered;
        } catch (RuntimeException | Error e) {
            LOG.error("what became of a commit could not be seen in a way that was not foreseen", e);
            return writer.giveUp();
        }
    }

    /** Appends what waits; answers whom to release. */
    private List<Pending> turn() {
        List<Pending> answered = new ArrayList<>();
        Batch batch = gather(answered);
        if (!batch.units.isEmpty()) {
            try {
                if (closed) {
                    throw new StoreStopped("closed", "the store is closed");
                }
                writer.append(batch);
            } catch (StoreStopped e) {
                listener.unavailable(e.rule());
                batch.fail(new RecordUnavailable(e));
            } catch (RuntimeException | Error e) {
                writer.disconnect();
                LOG.error("an append failed in a way that was not foreseen", e);
                batch.fail(new RecordUnavailable(e));
            }
            batch.units.stream().filter(Pending::isAnswered).forEach(answered::add);
        }
        return answered;
    }

    private Batch gather(List<Pending> answered) {
        Batch batch = new Batch();
        HeadState now = writer.head();
        long nanos = System.nanoTime();
        Deque<Pending> before = new ArrayDeque<>(held);
        held.clear();
        while (!batch.isFull()) {
            Pending next = before.isEmpty() ? queue.poll() : before.pollFirst();
            if (next == null) {
                break;
            }
            if (!next.take()) {
                continue;
            }
            SealedUnit unit = next.unit;
            if (unit.generation() != now.generation()
                    || unit.destructions() != now.destructions()
                    || nanos - unit.sealedNanos() > TOO_OLD_NANOS) {
                next.answer(new Pending.Answer.SealAgain());
                answered.add(next);
            } else if (!batch.admits(next)) {
                held.addLast(next);
            }
        }
        held.addAll(before);
        return batch;
    }

    /** Lets whoever appends finish; whoever comes later is refused. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        while (!busy.compareAndSet(false, true) && !(handedOver && !thread.isAlive())) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        writer.giveUp().forEach(Pending::release);
        passOn();
    }
}

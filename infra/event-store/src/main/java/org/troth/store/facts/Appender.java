package org.troth.store.facts;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.troth.events.recording.RecordUnavailable;
import org.troth.ledger.FactSealing;
import org.troth.ledger.KeyEvictions;

/**
 * The node's one way onto the record. Callers hand over sealed units and wait; whichever of them finds nobody at work
 * appends what waits, up to 256 units in one transaction, and the others sleep until they are answered. What is answered
 * as durable is on disk; what is refused is not on the record and will not come onto it later.
 */
final class Appender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);

    private static final long TOO_OLD_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long OUTAGE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final DataSource source;
    private final FactSealing sealing;
    private final KeyEvictions evictions;
    private final ClockGuard clocks;
    private final Bell bell;
    private final AppendListener listener;
    private final ConcurrentLinkedQueue<Pending> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean busy = new AtomicBoolean();

    // touched only by whoever holds busy
    private final Deque<Pending> held = new ArrayDeque<>();
    private @Nullable AppendConnection connection;
    private long outageUntilNanos;
    private boolean outage;

    private volatile HeadState head;
    private volatile @Nullable StoreStopped gone;
    private volatile boolean closed;

    Appender(
            DataSource source,
            FactSealing sealing,
            KeyEvictions evictions,
            ClockGuard clocks,
            Bell bell,
            AppendListener listener,
            HeadState head) {
        this.source = source;
        this.sealing = sealing;
        this.evictions = evictions;
        this.clocks = clocks;
        this.bell = bell;
        this.listener = listener;
        this.head = head;
    }

    /** The head as it was last seen. */
    HeadState head() {
        return head;
    }

    /** Hands over a unit and waits for its answer. Interruption is kept for later. */
    Pending.Answer submit(SealedUnit unit) {
        Pending mine = new Pending(unit);
        queue.add(mine);
        boolean interrupted = false;
        Pending.Answer answer = mine.answered();
        while (answer == null) {
            if (busy.compareAndSet(false, true)) {
                try {
                    if (mine.answered() == null) {
                        turn();
                    }
                } finally {
                    release();
                }
            } else {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
            answer = mine.answered();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        listener.answered(
                answer instanceof Pending.Answer.Durable, Duration.ofNanos(System.nanoTime() - mine.handedOverNanos));
        return answer;
    }

    /** Looks into the queue only after letting go: who comes later finds nobody at work and needs no waking. */
    private void release() {
        Pending next = held.peekFirst();
        busy.set(false);
        if (next == null) {
            next = queue.peek();
        }
        if (next != null) {
            next.wake();
        }
    }

    private void turn() {
        Batch batch = gather();
        if (batch.units.isEmpty()) {
            return;
        }
        try {
            append(batch);
        } catch (StoreStopped e) {
            listener.unavailable(e.rule());
            fail(batch, new RecordUnavailable(e));
        } catch (RuntimeException | Error e) {
            disconnect();
            LOG.error("an append failed in a way that was not foreseen", e);
            fail(batch, new RecordUnavailable(e));
            if (e instanceof Error error) {
                throw error;
            }
        } finally {
            fail(batch, new RecordUnavailable());
        }
    }

    private Batch gather() {
        Batch batch = new Batch();
        HeadState now = head;
        long nanos = System.nanoTime();
        Deque<Pending> before = new ArrayDeque<>(held);
        held.clear();
        while (!batch.isFull()) {
            Pending next = before.isEmpty() ? queue.poll() : before.pollFirst();
            if (next == null) {
                break;
            }
            SealedUnit unit = next.unit;
            if (unit.generation() != now.generation()
                    || unit.destructions() != now.destructions()
                    || nanos - unit.sealedNanos() > TOO_OLD_NANOS) {
                next.answer(new Pending.Answer.SealAgain());
            } else if (!batch.admits(next)) {
                held.addLast(next);
            }
        }
        held.addAll(before);
        return batch;
    }

    private void append(Batch batch) {
        long start = System.nanoTime();
        if (outage && start - outageUntilNanos < 0) {
            fail(batch, new RecordUnavailable());
            return;
        }
        checkStanding();
        AppendConnection open;
        try {
            open = connected();
        } catch (SQLException e) {
            unreachable(batch, e);
            return;
        }
        try {
            if (!appendAsGuessed(open, batch, start)) {
                appendInTwoSteps(open, batch, start);
            }
            outage = false;
        } catch (SQLException e) {
            failed(open, batch, e);
        }
    }

    private void checkStanding() {
        StoreStopped stopped = gone;
        if (stopped != null) {
            throw stopped;
        }
        if (closed) {
            throw new StoreStopped("closed", "the store is closed");
        }
        if (sealing.generation() != head.generation()) {
            throw new StoreStopped("key-generation", "the keys of this node are of another generation than the head");
        }
    }

    /** One round trip; false when the record is not as it was last seen or somebody is to be refused. */
    private boolean appendAsGuessed(AppendConnection open, Batch batch, long start) throws SQLException {
        HeadState guess = head;
        List<SealedUnit> units = batch.units.stream().map(each -> each.unit).toList();
        Instant moment = clocks.clock().instant();
        AppendConnection.Guess answer;
        SealedUnit first = units.get(0);
        if (units.size() == 1 && isPlain(first)) {
            SealedUnit.Item item = first.facts().get(0);
            byte[] tag = sealing.writerTag(
                    guess.size(), item.sealed().headerHash(), item.sealed().ctHash());
            answer = open.appendOne(guess, first, tag, moment, clocks.allowedMs(), bell.ringsNow());
        } else {
            BatchArrays arrays = new BatchArrays(units, guess.size(), sealing::writerTag);
            answer = open.appendAsGuessed(
                    guess, arrays, first.nextGeneration(), moment, clocks.allowedMs(), bell.ringsNow());
        }
        if (answer.appended()) {
            durable(batch.units, guess.size(), answer.state(), start);
            return true;
        }
        see(answer.state());
        checkClock(moment, answer.databaseMs());
        return false;
    }

    private static boolean isPlain(SealedUnit unit) {
        return unit.facts().size() == 1
                && unit.needs().size() <= 1
                && unit.taken().isEmpty()
                && unit.released().isEmpty()
                && unit.destroyed() == 0
                && unit.nextGeneration() == null;
    }

    private void appendInTwoSteps(AppendConnection open, Batch batch, long start) throws SQLException {
        List<SealedUnit> units = batch.units.stream().map(each -> each.unit).toList();
        Instant moment = clocks.clock().instant();
        AppendConnection.Check check =
                open.lockAndCheck(new BatchArrays(units, 0, BatchArrays.WriterTags.NONE), moment);
        try {
            see(check.state());
            checkClock(moment, check.databaseMs());
        } catch (StoreStopped e) {
            open.rollback();
            throw e;
        }
        Verdicts verdicts = new Verdicts(units, check.objections());
        List<Pending> passed = new ArrayList<>();
        List<Runnable> refusals = new ArrayList<>();
        List<Pending> recorded = new ArrayList<>();
        for (int number = 0; number < units.size(); number++) {
            Pending pending = batch.units.get(number);
            SealedUnit unit = pending.unit;
            Pending.Answer refusal = verdicts.of(number);
            if (verdicts.isRecorded(number)) {
                recorded.add(pending);
            } else if (refusal != null) {
                refusals.add(() -> pending.answer(refusal));
            } else if (unit.generation() != check.state().generation()
                    || unit.destructions() != check.state().destructions()) {
                refusals.add(() -> pending.answer(new Pending.Answer.SealAgain()));
            } else {
                passed.add(pending);
            }
        }
        answerRecorded(open, recorded);
        if (passed.isEmpty()) {
            open.rollback();
        } else {
            BatchArrays arrays = new BatchArrays(
                    passed.stream().map(each -> each.unit).toList(),
                    check.state().size(),
                    sealing::writerTag);
            Integer nextGeneration = passed.get(0).unit.nextGeneration();
            open.append(check.state().size(), arrays, nextGeneration, moment, bell.ringsNow());
            open.commit();
            HeadState before = check.state();
            durable(
                    passed,
                    before.size(),
                    new HeadState(
                            before.size() + arrays.eventIds.length,
                            nextGeneration == null ? before.generation() : nextGeneration,
                            before.destructions() + arrays.destroyed),
                    start);
        }
        refusals.forEach(Runnable::run);
    }

    /** Units whose events are on the record already: an earlier commit of them was not heard of. */
    private static void answerRecorded(AppendConnection open, List<Pending> recorded) throws SQLException {
        if (!recorded.isEmpty()) {
            Settlement.answer(open, recorded);
        }
    }

    private void durable(List<Pending> units, long first, HeadState after, long start) {
        see(after);
        long next = first;
        int facts = 0;
        for (Pending pending : units) {
            next += pending.unit.facts().size();
            facts += pending.unit.facts().size();
            pending.answer(new Pending.Answer.Durable(next - 1));
        }
        bell.grown(after.size());
        listener.committed(units.size(), facts, Duration.ofNanos(System.nanoTime() - start));
    }

    private void see(HeadState now) {
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
        }
        head = now;
    }

    private void checkClock(Instant node, long databaseMs) {
        if (clocks.doubts(node.toEpochMilli(), databaseMs)) {
            long seconds = TimeUnit.MILLISECONDS.toSeconds(node.toEpochMilli() - databaseMs);
            LOG.error("nothing is appended: this node's clock is {} s away from the database's", seconds);
            throw new StoreStopped("clock", "the clock of this node is " + seconds + " s away from the database's");
        }
    }

    private AppendConnection connected() throws SQLException {
        AppendConnection open = connection;
        if (open == null) {
            open = new AppendConnection(source);
            connection = open;
            see(open.head());
        }
        return open;
    }

    private void unreachable(Batch batch, SQLException e) {
        disconnect();
        outage = true;
        outageUntilNanos = System.nanoTime() + OUTAGE_NANOS;
        LOG.warn("the record cannot be reached: {} {}", e.getClass().getSimpleName(), e.getSQLState());
        listener.unavailable("unreachable");
        fail(batch, new RecordUnavailable(e));
    }

    private void failed(AppendConnection open, Batch batch, SQLException e) {
        if (Settlement.isRolledBack(e)) {
            try {
                open.rollback();
            } catch (SQLException again) {
                disconnect();
            }
            refusedByDatabase(batch, e);
            return;
        }
        disconnect();
        LOG.warn("a commit was not answered: {} {}", e.getClass().getSimpleName(), e.getSQLState());
        try {
            connection = Settlement.settle(source, open.backend(), batch.units);
            see(connection.head());
            bell.grown(head.size());
        } catch (SQLException again) {
            unreachable(batch, again);
        }
    }

    /** The database refused the statement and changed nothing; alone, a unit learns whether it was the reason. */
    private void refusedByDatabase(Batch batch, SQLException e) {
        boolean dataRefused = Settlement.blamesData(e);
        if (dataRefused && batch.units.size() > 1) {
            for (Pending each : batch.units) {
                Batch alone = new Batch();
                alone.admits(each);
                append(alone);
            }
            return;
        }
        LOG.error("the record refused to be written: SQL state {}", e.getSQLState());
        listener.unavailable("refused");
        if (dataRefused) {
            fail(batch, new IllegalStateException("the store refused a unit with SQL state " + e.getSQLState(), e));
        } else {
            outage = true;
            outageUntilNanos = System.nanoTime() + OUTAGE_NANOS;
            fail(batch, new RecordUnavailable(e));
        }
    }

    private static void fail(Batch batch, RuntimeException why) {
        batch.units.forEach(each -> each.answer(new Pending.Answer.Failed(why)));
    }

    private void disconnect() {
        AppendConnection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                LOG.debug("a broken connection did not close: {}", e.getSQLState());
            }
        }
    }

    /** Lets whoever appends finish and refuses the rest. */
    @Override
    public void close() {
        closed = true;
        while (!busy.compareAndSet(false, true)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        try {
            disconnect();
        } finally {
            release();
        }
    }
}

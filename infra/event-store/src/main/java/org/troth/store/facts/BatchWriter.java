package org.troth.store.facts;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.troth.events.recording.RecordUnavailable;
import org.troth.ledger.FactSealing;
import org.troth.ledger.KeyEvictions;

/**
 * Writes one batch after another in a transaction each, and answers every unit of it. Not for two threads at once, but for
 * {@link #head}.
 */
final class BatchWriter {

    private static final Logger LOG = LoggerFactory.getLogger(BatchWriter.class);

    private final DataSource source;
    private final FactSealing sealing;
    private final ClockGuard clocks;
    private final Bell bell;
    private final AppendListener listener;
    private final Standing standing;
    private final Outage outage = new Outage();
    private @Nullable AppendConnection connection;
    private @Nullable Settlement unsettled;

    BatchWriter(
            DataSource source,
            FactSealing sealing,
            KeyEvictions evictions,
            FactReader reader,
            ClockGuard clocks,
            Bell bell,
            AppendListener listener,
            HeadState head) {
        this.source = source;
        this.sealing = sealing;
        this.clocks = clocks;
        this.bell = bell;
        this.listener = listener;
        standing = new Standing(evictions, reader, head);
    }

    /** The head as it was last seen. */
    HeadState head() {
        return standing.head();
    }

    /**
     * Answers every unit, or throws {@link StoreStopped} having written nothing; leaves those unanswered whose commit was
     * not answered, until it is {@linkplain #settle settled}.
     */
    void append(Batch batch) {
        long start = System.nanoTime();
        if (unsettled != null || outage.lastsAt(start)) {
            batch.fail(new RecordUnavailable());
            return;
        }
        standing.check(sealing.generation());
        AppendConnection open;
        try {
            open = connected();
        } catch (SQLException e) {
            unreachable(batch, e, start);
            return;
        }
        try {
            open.expect(batch.facts());
            if (!appendAsGuessed(open, batch, start)) {
                appendInTwoSteps(open, batch, start);
            }
            outage.end();
        } catch (SQLException e) {
            failed(open, batch, e, start);
        }
    }

    /** One round trip; false when the record is not as it was last seen or somebody is to be refused. */
    private boolean appendAsGuessed(AppendConnection open, Batch batch, long start) throws SQLException {
        HeadState guess = standing.head();
        List<SealedUnit> units = batch.sealed();
        long nodeMs = clocks.clock().millis();
        SealedUnit first = units.get(0);
        boolean appended;
        HeadState after;
        try {
            if (units.size() == 1 && first.isPlain()) {
                SealedUnit.Item item = first.facts().get(0);
                byte[] tag = sealing.writerTag(
                        guess.size(), item.sealed().headerHash(), item.sealed().ctHash());
                appended = open.calls().appendOne(guess, first, tag, nodeMs, clocks.allowedMs(), bell.ringsNow());
                after = new HeadState(guess.size() + 1, guess.generation(), guess.destructions());
            } else {
                BatchArrays arrays = new BatchArrays(units, guess.size(), sealing::writerTag);
                Integer generation = first.nextGeneration();
                appended = open.calls()
                        .appendAsGuessed(guess, arrays, generation, nodeMs, clocks.allowedMs(), bell.ringsNow());
                after = arrays.after(guess, generation);
            }
        } catch (SQLException e) {
            if (Settlement.isRolledBack(e) && Settlement.isTaken(e)) {
                return false;
            }
            throw e;
        }
        if (appended) {
            durable(batch.units, guess.size(), after, start);
        }
        return appended;
    }

    private void appendInTwoSteps(AppendConnection open, Batch batch, long start) throws SQLException {
        List<SealedUnit> units = batch.sealed();
        Instant moment = clocks.clock().instant();
        AppendCalls.Check check = open.lockAndCheck(new BatchArrays(units, 0, BatchArrays.WriterTags.NONE), moment);
        HeadState before = check.state();
        try {
            standing.see(before);
            clocks.check(moment, check.databaseMs());
        } catch (StoreStopped e) {
            open.rollback();
            throw e;
        }
        Verdicts verdicts = new Verdicts(units, check.objections());
        List<Pending> passed = new ArrayList<>();
        List<Pending> recorded = new ArrayList<>();
        for (int number = 0; number < units.size(); number++) {
            Pending pending = batch.units.get(number);
            Pending.Answer refusal = verdicts.of(number);
            if (verdicts.isRecorded(number)) {
                recorded.add(pending);
            } else if (refusal != null) {
                pending.answer(refusal);
            } else if (pending.unit.generation() != before.generation()
                    || pending.unit.destructions() != before.destructions()) {
                pending.answer(new Pending.Answer.SealAgain());
            } else {
                passed.add(pending);
            }
        }
        if (!recorded.isEmpty()) {
            Settlement.answer(open, recorded);
        }
        if (passed.isEmpty()) {
            open.rollback();
            return;
        }
        BatchArrays arrays =
                new BatchArrays(passed.stream().map(each -> each.unit).toList(), before.size(), sealing::writerTag);
        Integer generation = passed.get(0).unit.nextGeneration();
        open.calls().append(before.size(), arrays, generation, moment, bell.ringsNow());
        open.commit();
        durable(passed, before.size(), arrays.after(before, generation), start);
    }

    private void durable(List<Pending> units, long first, HeadState after, long start) {
        standing.see(after);
        long next = first;
        for (Pending pending : units) {
            next += pending.unit.facts().size();
            pending.answer(new Pending.Answer.Durable(next - 1));
        }
        if (units.stream().anyMatch(each -> each.unit.isAwaited())) {
            bell.grown(after.size());
        } else {
            bell.grownUnawaited(after.size());
        }
        listener.committed(units.size(), (int) (next - first), Duration.ofNanos(System.nanoTime() - start));
    }

    private AppendConnection connected() throws SQLException {
        AppendConnection open = connection;
        if (open == null) {
            open = new AppendConnection(source);
            use(open);
        }
        return open;
    }

    private void use(AppendConnection open) throws SQLException {
        connection = open;
        bell.appenderIs(open.backend().pid());
        standing.see(open.head());
    }

    private void unreachable(Batch batch, SQLException e, long start) {
        disconnect();
        outage.begin(System.nanoTime() - start);
        LOG.warn("the record cannot be reached: {} {}", e.getClass().getSimpleName(), e.getSQLState());
        listener.unavailable("unreachable");
        batch.fail(new RecordUnavailable(e));
    }

    private void failed(AppendConnection open, Batch batch, SQLException e, long start) {
        if (Settlement.isRolledBack(e)) {
            try {
                open.rollback();
            } catch (SQLException again) {
                disconnect();
            }
            refusedByDatabase(batch, e, start);
            return;
        }
        disconnect();
        LOG.warn("a commit was not answered: {} {}", e.getClass().getSimpleName(), e.getSQLState());
        unsettled = new Settlement(open.backend(), batch.unanswered());
    }

    /** Whether there is a commit of which it is not known what became of it. */
    boolean isUnsettled() {
        return unsettled != null;
    }

    /** Tries once to find out what became of an unanswered commit; hands out the units that were answered. */
    List<Pending> settle() {
        Settlement unknown = unsettled;
        if (unknown == null) {
            return List.of();
        }
        List<Pending> answered;
        try {
            use(unknown.settle(source));
            bell.grown(standing.head().size());
            answered = unknown.units();
        } catch (SQLException e) {
            disconnect();
            if (unknown.failsFirst()) {
                LOG.warn("what became of a commit cannot be seen yet: SQL state {}", e.getSQLState());
            }
            listener.unavailable("unreachable");
            return List.of();
        } catch (StoreStopped e) {
            listener.unavailable(e.rule());
            answered = unknown.fail(new RecordUnavailable(e));
        }
        unsettled = null;
        return answered;
    }

    /** Ends the connection; whoever waits for an unanswered commit is told that nobody knows. */
    List<Pending> giveUp() {
        disconnect();
        Settlement unknown = unsettled;
        unsettled = null;
        return unknown == null ? List.of() : unknown.fail(RecordUnavailable.unanswered());
    }

    /** The database refused the statement and changed nothing; alone, a unit learns whether it was the reason. */
    private void refusedByDatabase(Batch batch, SQLException e, long start) {
        boolean blamesData = Settlement.blamesData(e);
        List<Pending> unanswered = batch.unanswered();
        if (blamesData && unanswered.size() > 1) {
            for (Pending each : unanswered) {
                Batch alone = new Batch();
                alone.admits(each);
                append(alone);
            }
            return;
        }
        LOG.error("the record refused to be written: SQL state {}", e.getSQLState());
        listener.unavailable("refused");
        if (blamesData) {
            batch.fail(new IllegalStateException("the store refused a unit with SQL state " + e.getSQLState(), e));
        } else {
            outage.begin(System.nanoTime() - start);
            batch.fail(new RecordUnavailable(e));
        }
    }

    /** Ends the connection; the next append opens another. */
    void disconnect() {
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
}

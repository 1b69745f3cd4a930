package org.troth.query.rebuild;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.troth.events.ledger.LedgerEvent.ViewsRebuilt;
import org.troth.events.recording.Answer;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Recording;
import org.troth.events.recording.Unit;
import org.troth.query.rebuild.Progress.State;
import org.troth.query.rows.GatheredRows;
import org.troth.query.rows.Rows;

/**
 * Fills the views anew from the first fact on, through the same projections, beside the rows that serve meanwhile; then
 * changes the two over in one short transaction. Has no effect outside the views but the fact that it was done. What a
 * killed rebuild leaves behind is dropped at the next start.
 */
@Component
public final class ViewsRebuild implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ViewsRebuild.class);
    private static final int BATCH = 1000;
    private static final int QUIET_MILLIS = 1000;

    private final ListableBeanFactory beans;
    private final DataSource database;
    private final ObjectProvider<StreamableMessageSource<TrackedEventMessage<?>>> source;
    private final ObjectProvider<LiveViews> live;
    private final Recording recording;
    private final Clock clock;

    private volatile Progress progress = Progress.none();
    private volatile boolean started;
    private volatile boolean stopping;

    ViewsRebuild(
            ListableBeanFactory beans,
            DataSource database,
            ObjectProvider<StreamableMessageSource<TrackedEventMessage<?>>> source,
            ObjectProvider<LiveViews> live,
            Recording recording,
            Clock clock) {
        this.beans = beans;
        this.database = database;
        this.source = source;
        this.live = live;
        this.recording = recording;
        this.clock = clock;
    }

    /** How far the last rebuild on this node has come. */
    public Progress progress() {
        return progress;
    }

    /**
     * Starts a rebuild, unless one is running; returns at once.
     *
     * @param unit under whose name the fact is recorded at the end
     * @param answer what is kept for the repetition of the request, from the identifier of the rebuild; null for nothing
     * @return the rebuild that is running now
     */
    public synchronized UUID start(Unit unit, @Nullable Function<UUID, Answer> answer) {
        Progress now = progress;
        if (now.running() && now.rebuild() != null) {
            return now.rebuild();
        }
        UUID rebuild = UUID.randomUUID();
        if (answer != null) {
            unit.answering(answer.apply(rebuild));
        }
        progress = new Progress(State.FILLING, rebuild, clock.instant(), null, 0, -1, -1, 0);
        Thread thread = new Thread(() -> run(rebuild, unit), "views-rebuild");
        thread.setDaemon(true);
        thread.start();
        return rebuild;
    }

    private void run(UUID rebuild, Unit unit) {
        try {
            rebuild();
            Progress done = progress;
            recording.record(
                    unit,
                    List.of(new NewFact(
                            "ViewsRebuild",
                            rebuild.toString(),
                            0,
                            new ViewsRebuilt(rebuild, done.position(), done.facts()))));
            progress = done.ended(State.DONE, clock.instant());
            LOG.info("The views were rebuilt from {} facts, {} a second", done.facts(), done.factsPerSecond());
        } catch (Exception | Error e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            progress = progress.ended(State.FAILED, clock.instant());
            LOG.error("The views could not be rebuilt; the old rows go on serving", e);
        }
    }

    /** Rebuilds on this thread, without recording it: what {@link #start} does, for measuring. */
    public void rebuild() throws Exception {
        try (NextViews next = NextViews.take(database)) {
            try {
                next.create();
                fill(next);
            } catch (Exception | Error e) {
                abandon(next, e);
                throw e;
            }
            next.dropOld();
        }
    }

    private static void abandon(NextViews next, Throwable cause) {
        try {
            next.abandon();
        } catch (SQLException | RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    private void fill(NextViews next) throws Exception {
        try (FactReader reader = new FactReader(source.getObject());
                GatheredRows rows = new GatheredRows(next.connection())) {
            Filling filling = new Filling(next, rows, reader);
            while (!filling.upTo(head())) {
                // The record grew meanwhile.
            }
            progress = progress.in(State.CHANGING_OVER);
            LiveViews processor = live.getObject();
            processor.pause();
            try {
                filling.upTo(next.live());
                next.changeOver(filling.position);
            } finally {
                processor.resume();
            }
        }
    }

    private long head() {
        TrackingToken head = source.getObject().createHeadToken();
        return head == null ? -1 : head.position().orElse(-1);
    }

    /** One pass over the record. */
    private final class Filling {
        private final NextViews next;
        private final GatheredRows rows;
        private final FactReader reader;
        private final ReplayedProjections projections;
        private final long began = System.nanoTime();
        private long facts;
        private long position = -1;

        Filling(NextViews next, GatheredRows rows, FactReader reader) {
            this.next = next;
            this.rows = rows;
            this.reader = reader;
            this.projections = new ReplayedProjections(beans, rows);
        }

        /** Goes on to this position; true when it was reached, or when nothing more comes within a second. */
        boolean upTo(long target) throws Exception {
            int waiting = 0;
            while (position < target) {
                if (stopping) {
                    throw new InterruptedException("stopping");
                }
                List<TrackedEventMessage<?>> chunk = reader.next(waiting > 0 ? 0 : QUIET_MILLIS);
                for (TrackedEventMessage<?> fact : chunk) {
                    projections.handle(fact);
                    position = Rows.position(fact.trackingToken());
                }
                facts += chunk.size();
                waiting += chunk.size();
                if (waiting >= BATCH || (chunk.isEmpty() && waiting > 0)) {
                    write(target);
                    waiting = 0;
                } else if (chunk.isEmpty()) {
                    return true;
                }
            }
            write(target);
            return head() <= position + BATCH;
        }

        private void write(long target) throws SQLException {
            next.begin();
            rows.flush();
            next.commit();
            long nanos = Math.max(1, System.nanoTime() - began);
            progress = progress.at(facts, position, Math.max(target, position), facts * 1_000_000_000L / nanos);
        }
    }

    @Override
    public void start() {
        try {
            NextViews.clear(database);
        } catch (SQLException e) {
            throw new IllegalStateException("what an interrupted rebuild left behind could not be dropped", e);
        }
        stopping = false;
        started = true;
    }

    @Override
    public void stop() {
        stopping = true;
        started = false;
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    /** Before the processors of facts start. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}

package org.troth.store.axon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.axonframework.common.AxonTransientException;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.troth.events.confidential.Unreadable;
import org.troth.events.recording.Overtaken;
import org.troth.events.recording.RecordUnavailable;
import org.troth.events.recording.Remembering;
import org.troth.store.facts.FactReader;
import org.troth.store.facts.FactRow;
import org.troth.store.facts.FactStore;

/**
 * Runs the reactions: hands each fact, in order, to every object that handles it, outside any unit of work and on a thread
 * of its own. The position moves only after the answer, so a reaction may see a fact twice and must act once; it never sees
 * facts from before it was first started, unless it only remembers ({@link Remembering}). What fails for the moment is tried until it works; a refusal is noted; anything
 * else is parked by reference and can be tried again. One node at a time does this.
 */
public final class Reactions implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Reactions.class);

    private static final long FIRST_PAUSE_MS = 50;
    private static final long LONGEST_PAUSE_MS = 5_000;
    private static final int FORGETTABLE = 200;

    private record Reaction(String name, AnnotationEventHandlerAdapter handler, boolean remembers) {}

    /** How it ended that was not done, and the class of the cause. */
    private record Ended(ReactionOutcome.Kind kind, String cause) {}

    private final FactStore store;
    private final ReactionTable table;
    private final List<Reaction> reactions = new ArrayList<>();
    private final List<String> memories;
    private final Predicate<Throwable> isRefusal;
    private final Thread thread = new Thread(this::run, "reactions");
    private volatile boolean closed;
    private volatile long position;

    /**
     * @param source connections, one of which is kept while this node is the one that reacts
     * @param handlers objects with methods for events; each is named by its simple class name, which is stored
     * @param parameters resolves what their methods ask for beside the fact
     * @param isRefusal tells a refusal by a rule of the domain from a failure
     */
    public Reactions(
            FactStore store,
            DataSource source,
            List<?> handlers,
            ParameterResolverFactory parameters,
            Predicate<Throwable> isRefusal) {
        this.store = store;
        this.table = new ReactionTable(source);
        this.isRefusal = isRefusal;
        for (Object handler : handlers) {
            reactions.add(new Reaction(
                    handler.getClass().getSimpleName(),
                    new AnnotationEventHandlerAdapter(handler, parameters),
                    handler instanceof Remembering));
        }
        memories = reactions.stream()
                .filter(Reaction::remembers)
                .map(Reaction::name)
                .toList();
        if (reactions.stream().map(Reaction::name).distinct().count() != reactions.size()) {
            throw new IllegalArgumentException("two reactions of one name");
        }
        thread.setDaemon(true);
    }

    /** Begins; the first time ever at the end of the record as it is now. */
    public void start() {
        position = table.begin(store.reader().head().size() - 1);
        thread.start();
    }

    /** The last position that was reacted to. */
    public long position() {
        return position;
    }

    /** What was parked and what was refused. */
    public List<ReactionOutcome> outcomes() {
        return table.outcomes();
    }

    /** Forgets what was refused before this moment; answers how many. What was parked stays until it is tried again. */
    public int forgetRefused(Instant before) {
        return table.forgetRefused(before);
    }

    /** Tries again what was parked; answers whether it worked or was refused now. */
    public boolean retry(ReactionOutcome parked) {
        List<FactRow> rows =
                reader().after(parked.position() - 1, 1, store.bell().size());
        TrackedEventMessage<?> event = Events.tracked(reader(), rows.get(0));
        for (Reaction reaction : reactions) {
            if (reaction.name().equals(parked.reaction()) && reaction.handler().canHandle(event)) {
                Ended ended = react(reaction, event);
                if (ended == null || ended.kind() != ReactionOutcome.Kind.PARKED) {
                    table.settle(parked);
                    return true;
                }
            }
        }
        return false;
    }

    private FactReader reader() {
        return store.reader();
    }

    private void run() {
        long pause = FIRST_PAUSE_MS;
        while (!closed) {
            try (ReactionTable.Turn turn = table.takeTurn()) {
                if (turn == null) {
                    Thread.sleep(1_000);
                } else {
                    position = turn.position();
                    tellWhatWasBefore(turn);
                    follow(turn);
                    pause = FIRST_PAUSE_MS;
                }
            } catch (InterruptedException e) {
                LOG.debug("reactions are woken to end");
            } catch (RuntimeException e) {
                LOG.warn("reactions wait: {}", e.getClass().getSimpleName());
                pauseQuietly(pause);
                pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
            }
        }
    }

    /** Brings those that only remember to where the others are: each alone, as what they were told may differ. */
    private void tellWhatWasBefore(ReactionTable.Turn turn) throws InterruptedException {
        for (Reaction reaction : reactions) {
            if (!reaction.remembers()) {
                continue;
            }
            long here = turn.remembered(reaction.name());
            if (here < position) {
                LOG.info("the reaction {} is told the facts {} to {}", reaction.name(), here + 1, position);
            }
            while (here < position && !closed) {
                List<FactRow> rows = reader().after(here, FORGETTABLE, position + 1);
                for (FactRow row : rows) {
                    TrackedEventMessage<?> event = Events.tracked(reader(), row);
                    if (reaction.handler().canHandle(event)) {
                        reactUntilAnswered(turn, reaction, event);
                    }
                }
                here = rows.get(rows.size() - 1).position();
                turn.remember(List.of(reaction.name()), here);
            }
        }
    }

    private void follow(ReactionTable.Turn turn) throws InterruptedException {
        long noted = position;
        try (FactStream stream = new FactStream(reader(), store.bell(), position)) {
            while (!closed) {
                if (!stream.hasNextAvailable(1, TimeUnit.SECONDS)) {
                    noted = note(turn, noted, position);
                    turn.check();
                    continue;
                }
                TrackedEventMessage<?> event = stream.nextAvailable();
                boolean concerned = false;
                for (Reaction reaction : reactions) {
                    if (reaction.handler().canHandle(event)) {
                        concerned = true;
                        reactUntilAnswered(turn, reaction, event);
                    }
                }
                long here = FactStream.position(event.trackingToken());
                if (concerned || here - noted >= FORGETTABLE) {
                    noted = note(turn, noted, here);
                }
                position = here;
            }
        }
    }

    private long note(ReactionTable.Turn turn, long noted, long here) {
        if (here > noted) {
            // First the one that only leads to being told again, should this node end between the two.
            turn.advance(here);
            turn.remember(memories, here);
        }
        return Math.max(noted, here);
    }

    private void reactUntilAnswered(ReactionTable.Turn turn, Reaction reaction, TrackedEventMessage<?> event)
            throws InterruptedException {
        long pause = FIRST_PAUSE_MS;
        while (true) {
            try {
                Ended ended = react(reaction, event);
                if (ended != null) {
                    long here = FactStream.position(event.trackingToken());
                    turn.note(new ReactionOutcome(reaction.name(), here, ended.kind(), ended.cause()));
                }
                return;
            } catch (TryAgain e) {
                if (closed) {
                    throw new InterruptedException();
                }
                turn.check();
                Thread.sleep(pause);
                pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
            }
        }
    }

    /** Null when it was done. */
    private @Nullable Ended react(Reaction reaction, TrackedEventMessage<?> event) {
        try {
            reaction.handler().handle(event);
            return null;
        } catch (Exception e) {
            if (isForTheMoment(e)) {
                throw new TryAgain(e);
            }
            String cause = e.getClass().getName();
            if (isRefusal.test(e)) {
                return new Ended(ReactionOutcome.Kind.REFUSED, cause);
            }
            LOG.error("the reaction {} is parked: {}", reaction.name(), cause);
            return new Ended(ReactionOutcome.Kind.PARKED, cause);
        }
    }

    private static boolean isForTheMoment(Throwable e) {
        return e instanceof RecordUnavailable
                || e instanceof Overtaken
                || e instanceof AxonTransientException
                || e instanceof Unreadable unreadable && unreadable.why() == Unreadable.Why.UNAVAILABLE;
    }

    private void pauseQuietly(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            LOG.debug("reactions are woken to end");
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A failure that passes. */
    private static final class TryAgain extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TryAgain(Throwable cause) {
            super(cause);
        }
    }
}

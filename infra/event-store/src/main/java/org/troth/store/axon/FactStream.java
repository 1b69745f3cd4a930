package org.troth.store.axon;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.jspecify.annotations.Nullable;
import org.troth.store.facts.Bell;
import org.troth.store.facts.FactReader;
import org.troth.store.facts.FactRow;

/**
 * The facts after a position, of every category, as they become durable. Asks the database only when the record is known
 * to have grown. For one thread; another may close it.
 */
final class FactStream implements BlockingStream<TrackedEventMessage<?>> {

    static final int MOST_ROWS = 1_000;

    /** Small portions first, so that what has just happened is seen at once. */
    private static final int FIRST_ROWS = 64;

    private final FactReader reader;
    private final Bell bell;
    private final Bell.Registration registration;
    private final Semaphore grown = new Semaphore(0);
    private final Deque<FactRow> rows = new ArrayDeque<>();
    private int portion = FIRST_ROWS;
    private long position;
    private @Nullable TrackedEventMessage<?> next;
    private volatile @Nullable Runnable callback;
    private volatile boolean closed;

    FactStream(FactReader reader, Bell bell, long position) {
        if (position >= bell.size() && position >= reader.head().size()) {
            throw new IllegalStateException("a token at " + position + " lies beyond the end of the record");
        }
        this.reader = reader;
        this.bell = bell;
        this.position = position;
        this.registration = bell.onGrowth(this::recordHasGrown);
    }

    /** The last position that a token covers; -1 for none. */
    static long position(@Nullable TrackingToken token) {
        if (token == null) {
            return -1;
        }
        TrackingToken plain = WrappedToken.unwrapLowerBound(token);
        OptionalLong position = plain == null ? OptionalLong.of(-1) : plain.position();
        return position.orElseThrow(() -> new IllegalArgumentException(
                "not a token of the record: " + token.getClass().getName()));
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return ready() ? Optional.ofNullable(next) : Optional.empty();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long until = System.nanoTime() + unit.toNanos(timeout);
        while (!ready()) {
            long left = until - System.nanoTime();
            if (left <= 0 || closed) {
                return false;
            }
            if (grown.tryAcquire(left, TimeUnit.NANOSECONDS)) {
                grown.drainPermits();
            }
        }
        return true;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(1, TimeUnit.SECONDS)) {
            if (closed) {
                throw new NoSuchElementException("the stream is closed");
            }
        }
        TrackedEventMessage<?> message = next;
        if (message == null) {
            throw new NoSuchElementException("nothing is ready");
        }
        next = null;
        return message;
    }

    /** Has it run whenever facts may have become available, on the thread that appended them. */
    @Override
    public boolean setOnAvailableCallback(Runnable onAvailable) {
        callback = onAvailable;
        return true;
    }

    @Override
    public void close() {
        closed = true;
        registration.cancel();
        grown.release();
    }

    private boolean ready() {
        if (next != null) {
            return true;
        }
        if (rows.isEmpty()) {
            fetch();
        }
        FactRow row = rows.peekFirst();
        if (row == null) {
            return false;
        }
        next = Events.tracked(reader, row);
        rows.removeFirst();
        return true;
    }

    private void fetch() {
        long size = bell.size();
        if (closed || position >= size - 1) {
            portion = FIRST_ROWS;
            return;
        }
        rows.addAll(reader.after(position, portion, size));
        portion = Math.min(MOST_ROWS, portion * 4);
        position = rows.getLast().position();
    }

    private void recordHasGrown() {
        if (grown.availablePermits() == 0) {
            grown.release();
        }
        Runnable told = callback;
        if (told != null && !closed) {
            told.run();
        }
    }
}

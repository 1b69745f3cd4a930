package org.troth.query.rebuild;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/** Reads the record ahead on a thread of its own, so that opening facts and writing rows go on at once. */
final class FactReader implements AutoCloseable {

    private static final int CHUNK = 250;
    private static final int AHEAD = 16;
    private static final int QUIET_MILLIS = 50;

    private final StreamableMessageSource<TrackedEventMessage<?>> source;
    private final BlockingQueue<List<TrackedEventMessage<?>>> chunks = new ArrayBlockingQueue<>(AHEAD);
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable Throwable failure;

    FactReader(StreamableMessageSource<TrackedEventMessage<?>> source) {
        this.source = source;
        this.thread = new Thread(this::read, "views-rebuild-reader");
        thread.setDaemon(true);
        thread.start();
    }

    /** The next facts in order; empty when there are none within this time. */
    List<TrackedEventMessage<?>> next(long millis) throws InterruptedException {
        List<TrackedEventMessage<?>> chunk = chunks.poll(millis, TimeUnit.MILLISECONDS);
        if (chunk != null) {
            return chunk;
        }
        Throwable failed = failure;
        if (failed != null) {
            throw new IllegalStateException("the record could not be read to its end", failed);
        }
        return List.of();
    }

    private void read() {
        try (BlockingStream<TrackedEventMessage<?>> stream = source.openStream(null)) {
            while (!closed) {
                List<TrackedEventMessage<?>> chunk = new ArrayList<>(CHUNK);
                if (stream.hasNextAvailable(QUIET_MILLIS, TimeUnit.MILLISECONDS)) {
                    do {
                        chunk.add(stream.nextAvailable());
                    } while (chunk.size() < CHUNK && stream.hasNextAvailable());
                    offer(chunk);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    private void offer(List<TrackedEventMessage<?>> chunk) throws InterruptedException {
        while (!closed && !chunks.offer(chunk, QUIET_MILLIS, TimeUnit.MILLISECONDS)) {
            // The writer is busy; unless it has gone, wait for it.
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}

package org.troth.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One open stream. Whoever does not take what is said holds up no thread: nothing is written that would have to wait, only the
 * newest line is kept for them, and after half a minute they are let go.
 */
final class Listener implements WriteListener, AsyncListener {

    private static final byte[] SIGN_OF_LIFE = ":\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final long BEAT = Duration.ofSeconds(15).toNanos();
    private static final long PATIENCE = Duration.ofSeconds(30).toNanos();

    private final Announcement announcement;
    private final Sittings.Watched sitting;
    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Consumer<Listener> ended;
    private final long begun = System.nanoTime();
    private byte @Nullable [] next;
    private boolean unsent;
    private boolean over;
    private String told = "";
    private long wrote = begun;

    Listener(
            Announcement announcement,
            Sittings.Watched sitting,
            AsyncContext context,
            ServletOutputStream out,
            Consumer<Listener> ended) {
        this.announcement = announcement;
        this.sitting = sitting;
        this.context = context;
        this.out = out;
        this.ended = ended;
    }

    Sittings.Watched sitting() {
        return sitting;
    }

    /** On the clock that measures how long things take. */
    long begun() {
        return begun;
    }

    boolean hears(Announcement other) {
        return announcement == other;
    }

    /** Says it as soon as they take it, unless it is what they were told last. */
    synchronized void tell(String line) {
        if (!line.equals(told)) {
            told = line;
            next = ("data: " + line + "\n\n").getBytes(StandardCharsets.UTF_8);
            write();
        }
    }

    /** Where there was nothing to say, now and then a sign of life: a connection that is gone is noticed so, at both ends. */
    synchronized void beat(long now) {
        boolean waits = next != null || unsent;
        if (waits && now - wrote > PATIENCE) {
            end();
        } else if (!waits && now - wrote > BEAT) {
            next = SIGN_OF_LIFE;
            write();
        }
    }

    /** Ends the stream as a whole answer; a second time it does nothing. */
    synchronized void end() {
        if (over) {
            return;
        }
        leave();
        try {
            context.complete();
        } catch (IllegalStateException gone) {
            // The server was first: there is nothing left to end.
        }
    }

    @Override
    public synchronized void onWritePossible() {
        write();
    }

    /** Writes only while nothing would have to wait; where it would, the server calls {@link #onWritePossible} later. */
    private void write() {
        try {
            while (!over && (next != null || unsent) && out.isReady()) {
                if (next != null) {
                    byte[] line = next;
                    next = null;
                    unsent = true;
                    out.write(line);
                } else {
                    unsent = false;
                    out.flush();
                    wrote = System.nanoTime();
                }
            }
        } catch (IOException | IllegalStateException gone) {
            end();
        }
    }

    private void leave() {
        over = true;
        ended.accept(this);
    }

    @Override
    public void onError(Throwable gone) {
        end();
    }

    @Override
    public synchronized void onComplete(AsyncEvent event) {
        leave();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end();
    }

    @Override
    public void onError(AsyncEvent event) {
        end();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // Begun once, by whoever made this.
    }
}

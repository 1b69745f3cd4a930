package org.troth.app.mail;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.troth.app.time.ProgrammeClock;
import org.troth.events.message.DueMessages;

/** Sends what is due, over and over, on a thread of its own: a mail server may take its time, and nothing else waits for it. */
final class MailRound implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MailRound.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final DueMessages messages;
    private final ProgrammeClock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "messages");
        made.setDaemon(true);
        return made;
    });
    private volatile boolean running;
    private volatile double waiting;

    MailRound(DueMessages messages, ProgrammeClock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        var unused = thread.scheduleWithFixedDelay(this::round, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A demonstration makes this round itself, once for each of its days. */
    void round() {
        if (clock.isSimulated()) {
            return;
        }
        try {
            try {
                messages.send();
            } finally {
                waiting = messages.waiting();
            }
        } catch (Throwable e) {
            // The next round goes on; one that threw would be the last.
            LOG.warn("Messages wait: {}", e.getClass().getSimpleName());
        }
    }

    double waiting() {
        return waiting;
    }

    /** What is being handed over may come to its end; nothing new is begun. */
    @Override
    public void stop() {
        running = false;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

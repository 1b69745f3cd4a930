package org.troth.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.HttpRequestHandler;

/**
 * The open streams of all {@link Announcement}s. To listen is no use of a sitting and keeps none alive: a stream ends within a second
 * or two of its sitting, of a role or of a lock, and at once when the house stops. It holds no thread while nothing is said.
 */
public final class Announcing implements SmartLifecycle {

    /** Of one account; one more ends the oldest, which is mostly a page that was left: that is noticed only when something is said to it. */
    static final int MOST_PER_ACCOUNT = 8;

    /** All together: a quarter of the connections that the server takes. */
    static final int MOST = 100;

    private static final Duration LATER = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(Announcing.class);

    private final List<Announcement> announcements;
    private final Sittings sittings;
    private final Answers answers;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final AtomicLong refused = new AtomicLong();
    private final Object door = new Object();
    private @Nullable ScheduledExecutorService threads;

    Announcing(List<Announcement> announcements, Sittings sittings, Answers answers) {
        this.announcements = List.copyOf(announcements);
        this.sittings = sittings;
        this.answers = answers;
    }

    /** How many streams are open. */
    public int open() {
        return listeners.size();
    }

    /** How many were asked for beyond what is allowed, since the start. */
    public long refused() {
        return refused.get();
    }

    /** Who answers at each address. */
    Map<String, HttpRequestHandler> handlers() {
        Map<String, HttpRequestHandler> handlers = new LinkedHashMap<>();
        for (Announcement each : announcements) {
            handlers.put(each.path(), (request, response) -> listen(each, request, response));
        }
        return handlers;
    }

    private void listen(Announcement announcement, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!request.getMethod().equals("GET")) {
            response.setHeader(HttpHeaders.ALLOW, "GET");
            answers.answer(request, response, Problem.of(405));
            return;
        }
        if (!Sittings.isForStream(request)) {
            answers.answer(request, response, Problem.of(406));
            return;
        }
        Sittings.Watched sitting = sittings.watch(request);
        if (sitting == null) {
            answers.answer(request, response, Problem.of(401));
            return;
        }
        String now = announcement.now();
        Problem problem;
        synchronized (door) {
            problem = refusal(sitting.account());
            if (problem == null) {
                begin(announcement, sitting, request, response).tell(now);
            }
        }
        if (problem != null) {
            answers.answer(request, response, problem);
        }
    }

    private @Nullable Problem refusal(UUID account) {
        if (threads == null) {
            return Problem.unavailable(LATER);
        }
        List<Listener> own = listeners.stream()
                .filter(each -> each.sitting().account().equals(account))
                .sorted(Comparator.comparingLong(Listener::begun))
                .toList();
        if (own.size() >= MOST_PER_ACCOUNT) {
            own.get(0).end();
        }
        if (listeners.size() < MOST) {
            return null;
        }
        refused.incrementAndGet();
        return Problem.tooOften(LATER);
    }

    /** No proxy is to keep what is said until there is more of it. */
    private Listener begin(
            Announcement announcement,
            Sittings.Watched sitting,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store, no-transform");
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        Listener listener = new Listener(announcement, sitting, context, response.getOutputStream(), listeners::remove);
        context.addListener(listener);
        listeners.add(listener);
        response.getOutputStream().setWriteListener(listener);
        return listener;
    }

    @Override
    public void start() {
        synchronized (door) {
            if (threads != null) {
                return;
            }
            ScheduledExecutorService both = Executors.newScheduledThreadPool(2, work -> {
                Thread made = new Thread(work, "announcing");
                made.setDaemon(true);
                return made;
            });
            every(both, this::guard);
            every(both, new Asking());
            threads = both;
        }
    }

    private static void every(ScheduledExecutorService threads, Runnable round) {
        var unused = threads.scheduleWithFixedDelay(round, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void guard() {
        long now = System.nanoTime();
        for (Listener each : listeners) {
            try {
                if (stands(each)) {
                    each.beat(now);
                } else {
                    each.end();
                }
            } catch (RuntimeException e) {
                LOG.warn("A stream could not be ended: {}", e.getClass().getSimpleName());
            }
        }
    }

    /** Of whom it cannot be asked is let go: their page comes back by itself when it can. */
    private static boolean stands(Listener listener) {
        try {
            return listener.sitting().stands();
        } catch (RuntimeException unknown) {
            return false;
        }
    }

    /** Apart from the guard: a question that takes long must not keep a stream open. */
    private final class Asking implements Runnable {

        private boolean failing;

        @Override
        public void run() {
            try {
                announcements.forEach(this::ask);
                failing = false;
            } catch (RuntimeException e) {
                if (!failing) {
                    LOG.warn(
                            "What is announced could not be asked: {}",
                            e.getClass().getSimpleName());
                }
                failing = true;
            }
        }

        private void ask(Announcement announcement) {
            List<Listener> hearing =
                    listeners.stream().filter(each -> each.hears(announcement)).toList();
            if (!hearing.isEmpty()) {
                String line = announcement.now();
                hearing.forEach(each -> each.tell(line));
            }
        }
    }

    /** Before the server waits for what is still being answered: it would wait for these. */
    @Override
    public void stop() {
        synchronized (door) {
            if (threads != null) {
                threads.shutdownNow();
                threads = null;
            }
        }
        listeners.forEach(Listener::end);
    }

    @Override
    public boolean isRunning() {
        synchronized (door) {
            return threads != null;
        }
    }
}

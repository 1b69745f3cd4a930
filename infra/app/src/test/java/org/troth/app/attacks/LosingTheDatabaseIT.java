package org.troth.app.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The database goes away in the middle of commands and comes back: nobody waits long, nobody is told that something was done
 * which was not, who cannot know is told so, and asking again with the same key does each thing once.
 */
@ExtendWith(Attacked.class)
class LosingTheDatabaseIT {

    private static final int COMMANDS = 120;
    private static final int CALLERS = 24;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final ChildTroth troth;
    private final Walk walk;

    LosingTheDatabaseIT(Attacked.Ground ground) {
        this.troth = ground.troth;
        this.walk = ground.walk;
    }

    enum Loss {
        /** Every process of it stands still, and goes on later. */
        FROZEN,
        /** Every connection is cut, again and again. */
        CUT
    }

    private record Told(Answer answer, Duration after) {}

    @ParameterizedTest
    @EnumSource(Loss.class)
    void losesNothingAndDoublesNothing(Loss loss) throws Exception {
        StoredRecord record = troth.record();
        long domain = record.byCategory().get(StoredRecord.DOMAIN);
        Map<UUID, Told> told = new HashMap<>();
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            Map<UUID, Future<Told>> asked = new HashMap<>();
            for (int i = 0; i < COMMANDS; i++) {
                UUID key = UUID.randomUUID();
                asked.put(key, callers.submit(() -> register(key)));
            }
            ChildTroth.await(
                    Duration.ofSeconds(30),
                    () -> asked.values().stream().filter(Future::isDone).count() >= 10);
            try (AutoCloseable unused = begin(loss)) {
                for (Map.Entry<UUID, Future<Told>> each : asked.entrySet()) {
                    told.put(each.getKey(), each.getValue().get());
                }
            }
        } finally {
            callers.shutdown();
        }
        assertThat(told.values()).allSatisfy(each -> {
            assertThat(each.answer().status()).as(each.answer().whole()).isIn(201, 503);
            assertThat(each.after()).isLessThan(LONGEST);
        });

        Set<String> ids = new HashSet<>();
        for (Map.Entry<UUID, Told> each : told.entrySet()) {
            Answer again = untilAnswered(() -> register(each.getKey()).answer());
            Answer first = each.getValue().answer();
            if (first.status() == 201) {
                assertThat(again.id()).isEqualTo(first.id());
                assertThat(again.position()).isEqualTo(first.position());
            }
            ids.add(again.id());
        }
        assertThat(ids).hasSize(COMMANDS);
        assertThat(record.byCategory().get(StoredRecord.DOMAIN)).isEqualTo(domain + COMMANDS);
        assertThat(record.isContiguous()).isTrue();
        awaitViews();
        assertThat(record.texts("select id::text from views.volunteer")).containsAll(ids);
    }

    /** One command that had been sent when everything stood still: nobody knows, and that is what is said. */
    @Test
    void saysHonestlyThatTheOutcomeIsUnknown() throws Exception {
        List<UUID> keys = new ArrayList<>();
        List<Answer> unknown = new ArrayList<>();
        try (AutoCloseable unused = headHeldAndFrozen()) {
            ExecutorService caller = Executors.newSingleThreadExecutor();
            UUID key = UUID.randomUUID();
            keys.add(key);
            Future<Told> asked = caller.submit(() -> register(key));
            caller.shutdown();
            ChildTroth.await(Duration.ofSeconds(5), this::isAppending);
            troth.signalDatabase("STOP");
            Told told = asked.get();
            assertThat(told.answer().status()).as(told.answer().whole()).isEqualTo(503);
            assertThat(told.after()).isLessThan(LONGEST);
            unknown.add(told.answer());
        }
        assertThat(unknown).allSatisfy(answer -> {
            assertThat(answer.json().path("rule").asString()).isEqualTo("outcome-unknown");
            assertThat(answer.text()).contains("Idempotency-Key");
            assertThat(answer.header("Retry-After")).isNotEmpty();
        });
        long before = troth.record().byCategory().get(StoredRecord.DOMAIN);
        Answer done = untilAnswered(() -> register(keys.get(0)).answer());
        Answer again = untilAnswered(() -> register(keys.get(0)).answer());
        assertThat(again.id()).isEqualTo(done.id());
        assertThat(again.position()).isEqualTo(done.position());
        assertThat(troth.record().byCategory().get(StoredRecord.DOMAIN)).isBetween(before, before + 1);
        assertThat(troth.record().isContiguous()).isTrue();
        awaitViews();
    }

    private boolean isAppending() {
        return troth.record()
                        .number(
                                "select count(*) from pg_stat_activity where application_name = 'troth-record' and wait_event_type = 'Lock'")
                > 0;
    }

    /** Somebody holds the head, so that an append has been sent and waits; let go when all goes on. */
    private AutoCloseable headHeldAndFrozen() throws Exception {
        var holding = troth.record().connect();
        holding.setAutoCommit(false);
        try (var statement = holding.createStatement()) {
            statement.execute("select * from facts.head for update");
        }
        return () -> {
            troth.signalDatabase("CONT");
            holding.close();
        };
    }

    private AutoCloseable begin(Loss loss) {
        return switch (loss) {
            case FROZEN -> {
                troth.signalDatabase("STOP");
                yield () -> troth.signalDatabase("CONT");
            }
            case CUT -> {
                Thread cutter = new Thread(() -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        troth.record().number("""
                                        select count(pg_terminate_backend(pid)) from pg_stat_activity
                                         where application_name in ('troth', 'troth-record')
                                        """);
                        try {
                            Thread.sleep(150);
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }
                });
                cutter.start();
                yield () -> {
                    cutter.interrupt();
                    cutter.join();
                };
            }
        };
    }

    private Told register(UUID key) {
        long begun = System.nanoTime();
        Answer answer = walk.coordinator.post(
                "/volunteers",
                Map.of(
                        "name",
                        "Number " + key,
                        "contact",
                        "0113 496 0100",
                        "matters",
                        List.of("housing"),
                        "languages",
                        List.of("en"),
                        "capacity",
                        "2"),
                key);
        return new Told(answer, Duration.ofNanos(System.nanoTime() - begun));
    }

    private static Answer untilAnswered(Callable<Answer> ask) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        Answer answer = ask.call();
        while (answer.status() == 503 && System.nanoTime() < end) {
            ChildTroth.pause(Duration.ofMillis(300));
            answer = ask.call();
        }
        return answer.expect(200, 201);
    }

    private void awaitViews() {
        StoredRecord record = troth.record();
        ChildTroth.await(
                Duration.ofSeconds(30),
                () -> record.number("select min(position) from views.progress")
                        >= record.number("select max(position) from facts.fact"));
    }
}

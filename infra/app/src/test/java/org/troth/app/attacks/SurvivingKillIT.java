package org.troth.app.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two hundred commands at once, and somewhere among them the end: of the product, of its database, or of both. What was acknowledged
 * is there once; what was not is done once when it is asked again. More rounds: {@code -Dtroth.attacks.rounds=10}.
 */
class SurvivingKillIT {

    private static final int COMMANDS = 200;
    private static final int CALLERS = 32;

    private static ChildTroth troth;

    enum Victim {
        PRODUCT,
        DATABASE,
        BOTH
    }

    record Round(Victim victim, long seed) {}

    private record Command(String path, Map<String, ?> body, UUID key) {}

    private record Acknowledged(String id, long position) {}

    @BeforeAll
    static void start() {
        troth = new ChildTroth();
    }

    @AfterAll
    static void end() {
        troth.close();
    }

    static List<Round> rounds() {
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < Integer.getInteger("troth.attacks.rounds", 1); i++) {
            for (Victim victim : Victim.values()) {
                rounds.add(new Round(victim, 20_261_121L + 3L * i + victim.ordinal()));
            }
        }
        return rounds;
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void losesNothingAndDoesNothingTwice(Round round) throws InterruptedException {
        Map<Integer, Long> before = troth.record().byCategory();
        Set<String> peopleBefore = people();
        List<Command> commands = commands(new Random(round.seed()));
        Map<Command, Acknowledged> acknowledged = new ConcurrentHashMap<>();
        fireUntil(new Random(round.seed()).nextInt(COMMANDS / 2) + 10, round.victim(), commands, acknowledged);
        assertThat(acknowledged.size()).isBetween(1, COMMANDS - 1);
        if (troth.isAlive()) {
            troth.stop();
        }
        troth.startAgain();

        assertThat(troth.record().isContiguous()).isTrue();
        awaitViews();
        assertThat(people().containsAll(ids(acknowledged))).isTrue();

        Caller coordinator = troth.program("coordinator");
        Map<Command, Acknowledged> again = new HashMap<>();
        for (Command command : commands) {
            Answer answer = coordinator
                    .post(command.path(), command.body(), command.key())
                    .expect(200, 201);
            again.put(command, new Acknowledged(answer.id(), answer.position()));
        }
        assertThat(again).containsAllEntriesOf(acknowledged);
        awaitViews();
        assertThat(people().size()).isEqualTo(peopleBefore.size() + COMMANDS);
        assertThat(people().containsAll(ids(again))).isTrue();
        assertThat(troth.record().byCategory().get(StoredRecord.DOMAIN))
                .isEqualTo(before.get(StoredRecord.DOMAIN) + COMMANDS);
        assertThat(troth.record().isContiguous()).isTrue();
    }

    /** Enquiries and registrations, each with words and a key of its own; each is exactly one fact. */
    private static List<Command> commands(Random random) {
        List<Command> commands = new ArrayList<>();
        for (int i = 0; i < COMMANDS; i++) {
            UUID key = new UUID(random.nextLong(), random.nextLong());
            commands.add(
                    random.nextBoolean()
                            ? new Command(
                                    "/participants",
                                    Map.of("matter", "housing", "language", "en", "words", "Number " + i),
                                    key)
                            : new Command(
                                    "/volunteers",
                                    Map.of(
                                            "name",
                                            "Number " + i,
                                            "contact",
                                            "0113 496 0" + (100 + i),
                                            "matters",
                                            List.of("housing"),
                                            "languages",
                                            List.of("en"),
                                            "capacity",
                                            "2"),
                                    key));
        }
        return commands;
    }

    private static void fireUntil(
            int enough, Victim victim, List<Command> commands, Map<Command, Acknowledged> acknowledged)
            throws InterruptedException {
        Caller coordinator = troth.program("coordinator");
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        CountDownLatch reached = new CountDownLatch(enough);
        AtomicInteger unanswered = new AtomicInteger();
        for (Command command : commands) {
            callers.execute(() -> {
                try {
                    Answer answer = coordinator.post(command.path(), command.body(), command.key());
                    if (answer.status() == 201) {
                        acknowledged.put(command, new Acknowledged(answer.id(), answer.position()));
                        reached.countDown();
                    } else if (answer.status() == 503) {
                        unanswered.incrementAndGet();
                    } else {
                        throw new AssertionError(answer.whole());
                    }
                } catch (java.io.UncheckedIOException gone) {
                    unanswered.incrementAndGet();
                }
            });
        }
        assertThat(reached.await(60, TimeUnit.SECONDS)).isTrue();
        switch (victim) {
            case PRODUCT -> troth.kill();
            case DATABASE -> troth.killDatabase();
            case BOTH -> {
                troth.killDatabase();
                troth.kill();
            }
        }
        callers.shutdown();
        assertThat(callers.awaitTermination(120, TimeUnit.SECONDS)).isTrue();
        assertThat(acknowledged.size() + unanswered.get()).isEqualTo(COMMANDS);
    }

    private static Set<String> ids(Map<Command, Acknowledged> acknowledged) {
        return acknowledged.values().stream().map(Acknowledged::id).collect(java.util.stream.Collectors.toSet());
    }

    private static Set<String> people() {
        return troth.record()
                .texts("select id::text from views.participant union all select id::text from views.volunteer");
    }

    /** The views come up to the record by themselves. */
    private static void awaitViews() {
        StoredRecord record = troth.record();
        ChildTroth.await(
                Duration.ofSeconds(30),
                () -> record.number("select min(position) from views.progress")
                        >= record.number("select max(position) from facts.fact"));
    }
}

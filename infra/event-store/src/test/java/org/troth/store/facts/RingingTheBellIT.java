package org.troth.store.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whoever reads is told of every fact: of looks, which nobody waits for, a little later and together. The numbers lie beyond
 * the end of the record, so that asking the database can make up for no ring that is missing.
 */
class RingingTheBellIT {

    private static final long FAR = 1_000_000;

    private static final long FROM = FAR + 1;
    private static final Duration GATHERED = Duration.ofMillis(50);

    /** Far more than it takes, and less than a reader would look again by itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration QUIET = Duration.ofMillis(300);

    private final House house = new House();
    private final List<Ring> rings = new CopyOnWriteArrayList<>();
    private Bell bell;

    /** How long the record was when a reader was told, and when that was. */
    private record Ring(long size, long nanos) {}

    @BeforeEach
    void hang() {
        house.node();
        bell = new Bell(house.database.application(), FAR);
        bell.onGrowth(() -> rings.add(new Ring(bell.size(), System.nanoTime())));
        bell.start();
        // It rings for what gathers once it listens.
        bell.grownUnawaited(FROM);
        waitFor(FROM);
        rings.clear();
    }

    @AfterEach
    void takeDown() {
        bell.close();
        house.close();
    }

    @Test
    void ringsOnceForLooksThatGather() {
        Run run = withoutPause(size -> {
            for (int look = 1; look <= 5; look++) {
                bell.grownUnawaited(size + look);
            }
            assertThat(bell.size()).as("known at once to whoever asks").isEqualTo(size + 5);
        });
        waitFor(run.size() + 5);
        quiet();
        assertThat(rings).singleElement().satisfies(ring -> {
            assertThat(ring.size()).isEqualTo(run.size() + 5);
            assertThat(ring.nanos() - run.began()).isGreaterThanOrEqualTo(GATHERED.toNanos());
        });
    }

    @Test
    void takesGatheredLooksAlongWithAFactThatIsWaitedFor() {
        Run run = withoutPause(size -> {
            bell.grownUnawaited(size + 1);
            bell.grown(size + 2);
        });
        assertThat(rings).extracting(Ring::size).as("at once").containsExactly(run.size() + 2);
        quiet();
        assertThat(rings).as("and not again").hasSize(1);
    }

    @Test
    void ringsForNothingThatWasTold() {
        bell.grown(FROM + 3);
        bell.grown(FROM + 3);
        bell.grownUnawaited(FROM + 2);
        bell.grownUnawaited(FROM + 3);
        quiet();
        assertThat(rings).extracting(Ring::size).containsExactly(FROM + 3);
    }

    @Test
    void losesNoLookThatComesWhileItRings() {
        AtomicBoolean once = new AtomicBoolean();
        bell.onGrowth(() -> {
            if (once.compareAndSet(false, true)) {
                CompletableFuture.runAsync(() -> bell.grownUnawaited(FROM + 2)).join();
            }
        });
        bell.grownUnawaited(FROM + 1);
        waitFor(FROM + 2);
        quiet();
        assertThat(rings).extracting(Ring::size).containsExactly(FROM + 1, FROM + 2);
    }

    /** One thread appends looks, another facts that are waited for, and readers are slow: whatever comes last is told. */
    @Test
    void losesNoLookBetweenTwoRings() {
        AtomicLong end = new AtomicLong(FROM);
        AtomicLong told = new AtomicLong(FROM);
        bell.onGrowth(() -> {
            told.accumulateAndGet(bell.size(), Math::max);
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(200));
        });
        for (int burst = 0; burst < 25; burst++) {
            long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(40 + burst);
            List<CompletableFuture<Void>> appenders = new ArrayList<>();
            appenders.add(CompletableFuture.runAsync(() -> {
                while (System.nanoTime() < until) {
                    bell.grownUnawaited(end.incrementAndGet());
                }
            }));
            appenders.add(CompletableFuture.runAsync(() -> {
                while (System.nanoTime() < until) {
                    bell.grown(end.incrementAndGet());
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(3));
                }
            }));
            appenders.forEach(CompletableFuture::join);
            bell.grownUnawaited(end.incrementAndGet());
            long last = end.get();
            assertThat(eventually(() -> told.get() >= last))
                    .as("told of %d, of %d", told.get() - FROM, last - FROM)
                    .isTrue();
        }
    }

    /** What was done from this size of the record on, and when that began. */
    private record Run(long size, long began) {}

    /** Does it in one go: where the machine stood still meanwhile, looks had time to gather, and it is done once more. */
    private Run withoutPause(LongConsumer act) {
        for (int attempt = 0; attempt < 20; attempt++) {
            rings.clear();
            Run run = new Run(bell.size(), System.nanoTime());
            act.accept(run.size());
            if (System.nanoTime() - run.began() < GATHERED.toNanos() / 2) {
                return run;
            }
            quiet();
        }
        throw new AssertionError("the machine stands still");
    }

    private void waitFor(long size) {
        assertThat(eventually(() -> rings.stream().anyMatch(ring -> ring.size() >= size)))
                .as("a ring for %d; there were %s", size, rings)
                .isTrue();
    }

    private static boolean eventually(BooleanSupplier what) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!what.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
        return true;
    }

    private static void quiet() {
        LockSupport.parkNanos(QUIET.toNanos());
    }
}

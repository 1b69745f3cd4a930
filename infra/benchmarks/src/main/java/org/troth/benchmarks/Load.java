package org.troth.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/** Callers that send one command after another, each on aggregates of its own: open one, mark it nine times, open the next. */
final class Load {

    private static final int COMMANDS_PER_AGGREGATE = 10;
    private static final String WORDS =
            "They asked what happens at the first hearing and who will be in the room; we wrote three questions down. ";

    private final List<UUID> people;

    Load(List<UUID> people) {
        this.people = people;
    }

    /** What one round gave: commands per second, and how long single commands took, in nanoseconds, sorted. */
    record Round(double perSecond, long[] nanos) {

        double percentileMillis(double share) {
            return nanos[(int) Math.min(nanos.length - 1, Math.round(share * (nanos.length - 1)))] / 1e6;
        }
    }

    Round run(Contender contender, int callers, int commands) {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            List<Callable<long[]>> work = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                work.add(() -> oneCaller(contender, commands / callers));
            }
            long before = System.nanoTime();
            List<long[]> times = new ArrayList<>();
            for (Future<long[]> each : threads.invokeAll(work)) {
                times.add(each.get());
            }
            double seconds = (System.nanoTime() - before) / 1e9;
            long[] all = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return new Round(all.length / seconds, all);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in a round", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a command of " + contender.name() + " failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private long[] oneCaller(Contender contender, int commands) {
        long[] nanos = new long[commands];
        UUID tally = new UUID(0, 0);
        UUID person = people.get(0);
        for (int i = 0; i < commands; i++) {
            String words = WORDS + i;
            long before = System.nanoTime();
            if (i % COMMANDS_PER_AGGREGATE == 0) {
                tally = UUID.randomUUID();
                person = people.get(ThreadLocalRandom.current().nextInt(people.size()));
                contender.open(tally, person, words);
            } else {
                contender.mark(tally, person, words);
            }
            nanos[i] = System.nanoTime() - before;
        }
        return nanos;
    }
}

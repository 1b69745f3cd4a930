package org.troth.benchmarks;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** The one view that both contenders fill, statement by statement the same. */
final class TallyView {

    static final String GROUP = "tally";

    static final String CREATE = """
            create table if not exists tally_view (tally uuid primary key, person uuid not null, marks int not null)
            """;

    static final String OPENED = """
            insert into tally_view (tally, person, marks) values (?, ?, 0)
            on conflict (tally) do nothing
            """;

    static final String MARKED = """
            update tally_view set marks = ? where tally = ?
            """;

    private TallyView() {}

    /** Waits until it is so; fails loudly when it is not in time. */
    static void await(BooleanSupplier so, Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not done within " + longest);
            }
            try {
                Thread.sleep(2);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting", e);
            }
        }
    }
}

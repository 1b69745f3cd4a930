package org.troth.benchmarks;

import java.util.UUID;

/** One of the two engines that are measured beside each other; every call returns when its fact is durable. */
interface Contender extends AutoCloseable {

    String name();

    void open(UUID tally, UUID person, String words);

    void mark(UUID tally, UUID person, String words);

    /** How many events the store holds. */
    long events();

    /** Empties the benchmark's view and fills it again from the first event; answers the seconds it took. */
    double rebuild();

    /** What the view counts: each aggregate and each mark once. */
    long viewed();

    @Override
    void close();
}

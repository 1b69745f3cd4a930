package org.troth.store.facts;

import java.time.Duration;

/** Told what the appender does, for meters; called on callers' threads, so it must be quick and throw nothing. */
public interface AppendListener {

    /** Hears nothing. */
    AppendListener NONE = new AppendListener() {};

    /** One transaction was committed with so many units and facts. */
    default void committed(int units, int facts, Duration took) {}

    /** A unit was answered; the time is from hand-over to answer. */
    default void answered(boolean recorded, Duration waited) {}

    /** Nothing can be appended now; the rule is a code. */
    default void unavailable(String rule) {}
}

package org.troth.query.rebuild;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a rebuild has come.
 *
 * @param rebuild absent when there was none since the start
 * @param position the last position shown in the new rows; -1 before the first
 * @param head the last position of the record when it was last asked
 */
public record Progress(
        State state,
        @Nullable UUID rebuild,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        long facts,
        long position,
        long head,
        long factsPerSecond) {

    /** What it is doing. */
    public enum State {
        NONE,
        FILLING,
        CHANGING_OVER,
        DONE,
        FAILED
    }

    static Progress none() {
        return new Progress(State.NONE, null, null, null, 0, -1, -1, 0);
    }

    public boolean running() {
        return state == State.FILLING || state == State.CHANGING_OVER;
    }

    /** In hundredths, at most 100. */
    public int percent() {
        if (state == State.DONE) {
            return 100;
        }
        return head <= 0 ? 0 : (int) Math.max(0, Math.min(100, position * 100 / head));
    }

    /** Facts of the record that the new rows show. */
    public long done() {
        return state == State.DONE ? all() : position + 1;
    }

    /** Facts of the record. */
    public long all() {
        return Math.max(head, position) + 1;
    }

    /**
     * How long it is likely to take still.
     *
     * @param key the words for it
     * @param number of how many minutes or hours they speak, where they do
     */
    public record Left(String key, long number) {}

    /** How long it is likely to take still, to be said in words. */
    public Left timeLeft() {
        if (state == State.CHANGING_OVER) {
            return new Left("query.rebuild.left.soon", 0);
        }
        if (factsPerSecond <= 0) {
            return new Left("query.rebuild.left.unknown", 0);
        }
        long seconds = (all() - done()) / factsPerSecond;
        if (seconds < 10) {
            return new Left("query.rebuild.left.soon", 0);
        }
        if (seconds < 60) {
            return new Left("query.rebuild.left.minute", 0);
        }
        long minutes = (seconds + 59) / 60;
        return minutes < 120
                ? new Left("query.rebuild.left.minutes", minutes)
                : new Left("query.rebuild.left.hours", (minutes + 59) / 60);
    }

    Progress in(State next) {
        return new Progress(next, rebuild, startedAt, endedAt, facts, position, head, factsPerSecond);
    }

    Progress at(long facts, long position, long head, long factsPerSecond) {
        return new Progress(state, rebuild, startedAt, endedAt, facts, position, head, factsPerSecond);
    }

    Progress ended(State end, Instant at) {
        return new Progress(end, rebuild, startedAt, at, facts, position, head, factsPerSecond);
    }
}

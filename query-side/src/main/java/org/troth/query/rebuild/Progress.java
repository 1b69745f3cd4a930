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

    /** How long it is likely to take still, in words. */
    public String timeLeft() {
        if (state == State.CHANGING_OVER) {
            return "a few seconds";
        }
        if (factsPerSecond <= 0) {
            return "not known yet";
        }
        long seconds = (all() - done()) / factsPerSecond;
        if (seconds < 10) {
            return "a few seconds";
        }
        if (seconds < 60) {
            return "less than a minute";
        }
        long minutes = (seconds + 59) / 60;
        return minutes < 120 ? "about " + minutes + " minutes" : "about " + (minutes + 59) / 60 + " hours";
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

package org.troth.command.dispatch;

/** Is told of every attempt to act, for counting: kinds and times only, never who or what. */
@FunctionalInterface
public interface DispatchMeter {

    /** How an attempt ended. */
    enum End {
        DONE,
        REPEATED,
        REFUSED,
        OVERTAKEN,
        FAILED
    }

    /**
     * Called once per attempt, on the caller's thread; must not throw.
     *
     * @param command the name of the command, such as {@code WithdrawConsent}; {@code none} when none was built
     */
    void attempted(String command, End end, long nanos);
}

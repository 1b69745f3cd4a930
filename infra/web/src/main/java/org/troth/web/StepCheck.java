package org.troth.web;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes what somebody shows beside their password to the desk, no more often than passwords themselves, and for one account so
 * seldom from anywhere that guessing six digits is hopeless. What fits costs nothing.
 */
final class StepCheck {

    private static final int LONGEST_ANSWER = 16_384;

    private final SignInDesk desk;
    private final SignInThrottle throttle;
    private final Buckets tries;

    StepCheck(SignInDesk desk, SignInThrottle throttle, Clock clock) {
        this.desk = desk;
        this.throttle = throttle;
        this.tries = new Buckets(20, Duration.ofMinutes(2), clock);
    }

    /** The user as they stand after showing this code. Throws {@link SignInTooOften}. */
    Optional<SignedInUser> code(SignedInUser user, String typed, String remote) {
        return tried(user, typed, DeskSignIn.LONGEST, remote, () -> desk.code(user, typed));
    }

    /** The user as they stand after showing once more that it is them. Throws {@link SignInTooOften}. */
    Optional<SignedInUser> again(SignedInUser user, String typed, String remote) {
        return tried(user, typed, DeskSignIn.LONGEST, remote, () -> desk.again(user, typed));
    }

    /** The user as they stand after showing a passkey, at sign-in or once more. Throws {@link SignInTooOften}. */
    Optional<SignedInUser> passkey(SignedInUser user, Optional<String> challenge, String answer, String remote) {
        return tried(user, answer, LONGEST_ANSWER, remote, () -> desk.passkey(user, challenge.orElse(null), answer));
    }

    /** By what they can show a second step. */
    StepWays ways(SignedInUser user) {
        return desk.ways(user);
    }

    /** Whether only a recovery code is looked at now. */
    boolean wantsRecoveryCode(SignedInUser user) {
        return desk.wantsRecoveryCode(user);
    }

    private Optional<SignedInUser> tried(
            SignedInUser user, String typed, int longest, String remote, Supplier<Optional<SignedInUser>> asked) {
        String key = "account " + user.account();
        Duration wait = tries.take(key);
        if (!wait.isZero()) {
            throw new SignInTooOften(wait);
        }
        wait = throttle.attempt(key, remote);
        if (!wait.isZero()) {
            tries.giveBack(key);
            throw new SignInTooOften(wait);
        }
        if (typed.isBlank() || typed.length() > longest) {
            return Optional.empty();
        }
        Optional<SignedInUser> found = asked.get();
        if (found.isPresent()) {
            tries.giveBack(key);
            throttle.succeeded(key, remote);
        }
        return found;
    }
}

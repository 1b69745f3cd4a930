package org.troth.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.troth.events.confidential.Unreadable;
import org.troth.events.confidential.Unreadable.Why;

/** Expects a refusal with exactly this cause. */
final class Refusals {
    private Refusals() {}

    static void refuses(Why why, ThrowingCallable call) {
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(call)
                .satisfies(refusal -> assertThat(refusal.why()).isEqualTo(why));
    }
}

package org.troth.command.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.troth.command.dispatch.Outcome;
import org.troth.events.TokenId;

/**
 * What came of issuing a secret. The secret is here once: a repetition of the request has none.
 *
 * @param token which token the secret is, if it is one
 */
record Issued(
        Outcome outcome,
        @Nullable String secret,
        @Nullable TokenId token,
        @Nullable Instant expiresAt) {

    static Issued once(Outcome outcome, @Nullable String secret, @Nullable TokenId token, Instant expiresAt) {
        return outcome.repeated() || secret == null
                ? new Issued(outcome, null, null, null)
                : new Issued(outcome, secret, token, expiresAt);
    }

    @Override
    public String toString() {
        return getClass().getSimpleName();
    }
}

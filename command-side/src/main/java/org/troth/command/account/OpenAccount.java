package org.troth.command.account;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.troth.events.AccountId;
import org.troth.events.TokenId;
import org.troth.events.confidential.Sealed;

/**
 * Whoever holds the one-time code may choose a password, once and before the code expires.
 *
 * @param token a first token for programs, if one was asked for
 */
record OpenAccount(
        @TargetAggregateIdentifier AccountId account,
        Sealed verifier,
        @Nullable TokenId token,
        @Nullable Instant tokenExpiresAt) {}

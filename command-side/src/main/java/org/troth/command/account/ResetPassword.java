package org.troth.command.account;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.AccountId;

/**
 * Another may issue a new one-time code; the old password, the old code and every token end at once.
 *
 * @param factorLost whether the second factor was lost too, and ends with them; else it stays, so that a new password alone
 *     opens nothing
 */
record ResetPassword(
        @TargetAggregateIdentifier AccountId account, Instant codeExpiresAt, AccountId by, boolean factorLost) {}

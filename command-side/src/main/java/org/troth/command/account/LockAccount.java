package org.troth.command.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.AccountId;

/** An account may be locked by another at any time, without a reason; everything it does ends at once, and its tokens for good. */
record LockAccount(@TargetAggregateIdentifier AccountId account, AccountId by) {}

package org.troth.command.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.AccountId;

/** A locked account may be unlocked at any time. */
record UnlockAccount(@TargetAggregateIdentifier AccountId account) {}

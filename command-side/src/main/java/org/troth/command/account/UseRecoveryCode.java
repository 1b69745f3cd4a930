package org.troth.command.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.AccountId;

/** A recovery code of the last issue stands in for the second factor, once. */
record UseRecoveryCode(@TargetAggregateIdentifier AccountId account) {}

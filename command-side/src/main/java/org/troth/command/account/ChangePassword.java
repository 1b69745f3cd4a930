package org.troth.command.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.AccountId;
import org.troth.events.confidential.Sealed;

/** The holder may choose another password at any time, showing that they know the one they have. */
record ChangePassword(@TargetAggregateIdentifier AccountId account, Sealed verifier) {}

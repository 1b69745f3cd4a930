package org.troth.command.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.AccountId;
import org.troth.events.FactorId;

/** The holder of an account may do without a passkey again; the recovery codes end with the last second step. */
record RemovePasskey(@TargetAggregateIdentifier AccountId account, FactorId passkey) {}

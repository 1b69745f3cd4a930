package org.troth.command.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.AccountId;

/** The holder of an account may do without their app again; the recovery codes end with it unless there is a passkey. */
record RemoveFactor(@TargetAggregateIdentifier AccountId account) {}

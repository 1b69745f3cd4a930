package org.troth.command.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.AccountId;

/** The holder of an account may do without a second step again; its recovery codes end with it. */
record RemoveFactor(@TargetAggregateIdentifier AccountId account) {}

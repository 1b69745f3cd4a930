package org.troth.command.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.AccountId;

/** An account may be closed for good by another; its name may then be used again. */
record LeaveAccount(@TargetAggregateIdentifier AccountId account, AccountId by) {}

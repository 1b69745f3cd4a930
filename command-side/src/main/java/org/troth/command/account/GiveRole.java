package org.troth.command.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.AccountId;
import org.troth.events.account.Role;

/** A role may be given by another, as long as it goes together with those the account has. */
record GiveRole(@TargetAggregateIdentifier AccountId account, Role role, AccountId by) {}

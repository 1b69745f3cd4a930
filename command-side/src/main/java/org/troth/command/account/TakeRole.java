package org.troth.command.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.AccountId;
import org.troth.events.account.Role;

/** A role may be taken by another at any time; nobody takes their own, so one administrator always remains. */
record TakeRole(@TargetAggregateIdentifier AccountId account, Role role, AccountId by) {}

package org.troth.command.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.AccountId;
import org.troth.events.TokenId;

/** A token may be revoked at any time by its holder or an administrator, and ends at once. */
record RevokeToken(@TargetAggregateIdentifier AccountId account, TokenId token) {}

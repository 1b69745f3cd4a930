package org.troth.command.account;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.AccountId;
import org.troth.events.TokenId;

/** The holder of an open account may have tokens for programs, for at most ninety days each. */
record IssueToken(@TargetAggregateIdentifier AccountId account, TokenId token, Instant expiresAt) {}

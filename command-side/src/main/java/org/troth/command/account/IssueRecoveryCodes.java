package org.troth.command.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.AccountId;

/** Whoever has a second factor may have new recovery codes at any time; those issued before end. */
record IssueRecoveryCodes(@TargetAggregateIdentifier AccountId account, int codes) {}

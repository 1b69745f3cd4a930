package org.troth.command.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.AccountId;
import org.troth.events.FactorId;
import org.troth.events.confidential.Sealed;

/**
 * The holder of an open account may set up an app for a second step; it takes the place of the one before, with new recovery
 * codes. Beside a passkey it comes without, since they have theirs.
 */
record EnrolFactor(@TargetAggregateIdentifier AccountId account, FactorId factor, Sealed secret, int recoveryCodes) {}

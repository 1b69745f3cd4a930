package org.troth.command.consent;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.ConsentId;

/** The participant takes it back; may be done at any time, once, and needs no reason. */
record WithdrawConsent(@TargetAggregateIdentifier ConsentId consent) {}

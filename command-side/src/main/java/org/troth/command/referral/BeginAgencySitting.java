package org.troth.command.referral;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.ReferralId;
import org.troth.events.consent.ConsentInForce;

/** Somebody came with the link and the code of this opening, which is spent with it. */
record BeginAgencySitting(@TargetAggregateIdentifier ReferralId referral, int opening, ConsentInForce.Answer consent) {}

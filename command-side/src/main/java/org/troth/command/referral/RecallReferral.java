package org.troth.command.referral;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.ConsentId;
import org.troth.events.ReferralId;

/** The consent that it rests on was withdrawn: the agency must stop, and nothing more may leave. */
record RecallReferral(@TargetAggregateIdentifier ReferralId referral, ConsentId consent) {}

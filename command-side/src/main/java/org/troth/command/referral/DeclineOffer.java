package org.troth.command.referral;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.ReferralId;

/** The participant says no to the offer; it costs nothing. */
record DeclineOffer(@TargetAggregateIdentifier ReferralId referral) {}

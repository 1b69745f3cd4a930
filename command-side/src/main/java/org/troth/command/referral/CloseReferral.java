package org.troth.command.referral;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.ReferralId;

/** Nothing more is expected; possible from any state, and never needs a consent. */
record CloseReferral(@TargetAggregateIdentifier ReferralId referral) {}

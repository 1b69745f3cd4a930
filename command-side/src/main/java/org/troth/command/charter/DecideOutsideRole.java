package org.troth.command.charter;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.OutsideRoleId;
import org.troth.events.ReferralId;
import org.troth.events.referral.ReferralDecisions.Standing;

/** Whether to refer is decided once, also after the match has ended, and rests on what is on the record about a referral. */
record DecideOutsideRole(@TargetAggregateIdentifier OutsideRoleId outside, ReferralId referral, Standing standing) {}

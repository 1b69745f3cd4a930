package org.troth.command.charter;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.OutsideRoleId;
import org.troth.events.ReferralId;
import org.troth.events.referral.ReferralDecisions.Standing;

/**
 * Whether to refer is decided once, also after the match has ended, and rests on what is on the record about a referral: on one that
 * was decided after this was said, since one of before was no answer to it.
 *
 * @param said the position on the record at which this was said
 */
record DecideOutsideRole(
        @TargetAggregateIdentifier OutsideRoleId outside, long said, ReferralId referral, Standing standing) {}

package org.troth.command.referral;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.ParticipantId;
import org.troth.events.ReferralId;

/** A referral was thought of and is not right for the participant now: a decision like an offer, and on the record like one. */
record JudgeNotAppropriate(
        @TargetAggregateIdentifier ReferralId referral, ParticipantId participant, String need, String reason) {}

package org.troth.command.referral;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.ParticipantId;
import org.troth.events.ReferralId;
import org.troth.events.participant.Enrolment;

/** A referral was thought of and is not right for an enrolled participant now: a decision like an offer, and recorded like one. */
record JudgeNotAppropriate(
        @TargetAggregateIdentifier ReferralId referral,
        ParticipantId participant,
        Enrolment.Standing enrolment,
        String need,
        String reason) {}

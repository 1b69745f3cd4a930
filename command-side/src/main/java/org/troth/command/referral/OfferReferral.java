package org.troth.command.referral;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.ParticipantId;
import org.troth.events.ReferralId;
import org.troth.events.directory.ServiceListing;
import org.troth.events.participant.Enrolment;

/** An enrolled participant is offered a listed, active service for one need. */
record OfferReferral(
        @TargetAggregateIdentifier ReferralId referral,
        ParticipantId participant,
        Enrolment.Standing enrolment,
        ServiceListing.Listing listing,
        String need) {}

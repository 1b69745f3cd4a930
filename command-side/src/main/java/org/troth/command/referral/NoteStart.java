package org.troth.command.referral;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.ReferralId;

/** The agency has begun. */
record NoteStart(@TargetAggregateIdentifier ReferralId referral) {}

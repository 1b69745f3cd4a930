package org.troth.command.referral;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.ReferralId;

/** The agency said yes. */
record NoteAcceptance(@TargetAggregateIdentifier ReferralId referral) {}

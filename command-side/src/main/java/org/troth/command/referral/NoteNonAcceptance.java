package org.troth.command.referral;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.ReferralId;

/** The agency said that it cannot help. */
record NoteNonAcceptance(@TargetAggregateIdentifier ReferralId referral) {}

package org.troth.command.referral;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.ReferralId;

/** The programme notes that no answer came by its day; whether it is so, the referral decides by its clock. */
record NoteUnanswered(@TargetAggregateIdentifier ReferralId referral) {}

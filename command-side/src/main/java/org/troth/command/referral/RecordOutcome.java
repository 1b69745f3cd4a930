package org.troth.command.referral;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.troth.events.ReferralId;
import org.troth.events.confidential.Sealed;
import org.troth.events.referral.ReferralEvent.Outcome;

/** What came of it, as far as anybody knows; needs no consent. */
record RecordOutcome(
        @TargetAggregateIdentifier ReferralId referral,
        Outcome outcome,
        @Nullable Sealed words) {}

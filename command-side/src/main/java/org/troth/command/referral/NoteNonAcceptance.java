package org.troth.command.referral;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.troth.events.ReferralId;

/** The agency cannot help; why, as a code, if they said so. */
record NoteNonAcceptance(
        @TargetAggregateIdentifier ReferralId referral,
        @Nullable String reason) {}

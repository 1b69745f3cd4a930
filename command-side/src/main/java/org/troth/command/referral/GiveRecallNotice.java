package org.troth.command.referral;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.ReferralId;
import org.troth.events.referral.ReferralEvent.Notice;

/** The agency was told that the consent was taken back; also when the referral is closed. */
record GiveRecallNotice(@TargetAggregateIdentifier ReferralId referral, Notice notice, String medium, LocalDate day) {}

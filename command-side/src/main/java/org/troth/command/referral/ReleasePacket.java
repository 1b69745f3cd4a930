package org.troth.command.referral;

import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.ReferralId;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Sealed;
import org.troth.events.consent.ConsentInForce;
import org.troth.events.referral.ReferralEvent.Notice;

/** What was previewed, and nothing else, leaves for the agency, on a consent that covers exactly that and is in force. */
record ReleasePacket(
        @TargetAggregateIdentifier ReferralId referral,
        ConsentInForce.Answer consent,
        Set<DataClass> classes,
        Sealed packet,
        Notice notice) {}

package org.troth.command.referral;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.ReferralId;
import org.troth.events.consent.ConsentInForce;

/** The agency is to open what was sent to it, once more; every earlier opening and sitting ends with this. */
record MakeAgencyOpening(@TargetAggregateIdentifier ReferralId referral, int number, ConsentInForce.Answer consent) {}

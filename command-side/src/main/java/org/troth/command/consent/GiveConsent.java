package org.troth.command.consent;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.ConsentId;

/** The participant agrees. Nobody who supports them can do it for them. */
record GiveConsent(@TargetAggregateIdentifier ConsentId consent) {}

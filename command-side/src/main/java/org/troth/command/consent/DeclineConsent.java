package org.troth.command.consent;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.ConsentId;

/** The participant says no; it costs nothing and needs no reason. */
record DeclineConsent(@TargetAggregateIdentifier ConsentId consent) {}

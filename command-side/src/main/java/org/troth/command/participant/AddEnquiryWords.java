package org.troth.command.participant;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.ParticipantId;
import org.troth.events.confidential.Sealed;

/** Whoever holds the code writes something more, as long as nobody is known to be behind the enquiry. */
record AddEnquiryWords(@TargetAggregateIdentifier ParticipantId participant, Sealed words) {}

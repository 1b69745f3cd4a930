package org.troth.command.participant;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.ParticipantId;

/** Whoever holds the code takes the enquiry back; needs no reason. */
record WithdrawEnquiry(@TargetAggregateIdentifier ParticipantId participant) {}

package org.troth.command.participant;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.ParticipantId;

/** The enquiry goes no further; the reason is a code of the programme. */
record CloseEnquiry(@TargetAggregateIdentifier ParticipantId participant, String reason) {}

package org.troth.command.participant;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.ParticipantId;
import org.troth.events.confidential.Sealed;

/** Leaves words for whoever holds the code; also when the enquiry was closed, for that is when they want to know why. */
record AnswerEnquiry(@TargetAggregateIdentifier ParticipantId participant, Sealed words) {}

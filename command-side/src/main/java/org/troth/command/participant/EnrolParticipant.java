package org.troth.command.participant;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.ParticipantId;

/** The person joins the programme; only after intake. */
record EnrolParticipant(@TargetAggregateIdentifier ParticipantId participant) {}

package org.troth.command.participant;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.ParticipantId;

/** Support begins again, at any time after it ended and without a reason. */
record ReopenCase(@TargetAggregateIdentifier ParticipantId participant) {}

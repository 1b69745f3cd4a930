package org.troth.command.participant;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.ParticipantId;

/** What they wished to be done next after this telling was done. */
record TakeFirstStep(@TargetAggregateIdentifier ParticipantId participant, int number) {}
